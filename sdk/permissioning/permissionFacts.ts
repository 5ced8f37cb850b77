import type { MemberAccount } from "./AccountHistory.ts";
import type { AllowListName } from "./allowListAddresses.ts";

/** What accounts get of the chain's coin, in wei. */
export type CoinDust = {
  /** Given at once. */
  readonly grant: bigint;
  /** Given again below this. */
  readonly mark: bigint;
};

/** The two fences as they are after one block. Addresses are checksummed. */
export type PermissionFacts = {
  /** Time of that block in seconds. */
  readonly blockTime: number;
  /** Administrators of both lists, and the only ones that may deploy. */
  readonly operators: readonly string[];
  readonly accounts: readonly MemberAccount[];
  /** Addresses that the operator lets send though they are no member's account, such as a smart account's submitter. */
  readonly also: readonly string[];
  /** Roles of every address that was ever on a list, and of every account. */
  readonly roles: Readonly<Record<AllowListName, ReadonlyMap<string, number>>>;
  /** Coin in wei of addresses that pay for gas themselves; smart accounts don't, so they are left out. */
  readonly coin: ReadonlyMap<string, bigint>;
  readonly dust: CoinDust | undefined;
  /** How long the lists may take to follow `Members` before it is a finding, in seconds. */
  readonly graceSeconds: number;
};
