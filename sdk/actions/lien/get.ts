import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { PledgedAsset } from "../../liens/pledgedAsset.ts";
import { pledgedAssetAt } from "../../liens/pledgedAssetAt.ts";
import { type LienState, lienStates } from "../../vocabulary/lienStates.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";

export type GetParameters = {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type GetReturnType = {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Number of its hold on the token. */
  readonly hold: bigint;
  /** What it is on. */
  readonly asset: PledgedAsset;
  /** Token id; 0 once it ended. */
  readonly token: bigint;
  /** What it encumbers, in the asset's unit; 0 once it ended. */
  readonly amount: bigint;
  /** Block time in seconds until which it can become active; undefined once it is. */
  readonly expiresAt: number | undefined;
  /** Member that is secured. */
  readonly securedParty: number;
  /** Member that pledged. */
  readonly debtor: number;
  /** Time of its registration in seconds, by which settlement ranks it. */
  readonly registeredAt: number | undefined;
  /** Block time in seconds at which its debt was last declared in default. */
  readonly defaultedAt: number | undefined;
  /** Where it stands. */
  readonly state: LienState;
  /** Whether the secured party accepted. */
  readonly accepted: boolean;
  /** Whether the custodian of pledged goods signed. */
  readonly countersigned: boolean;
  /** Digest of the pledge agreement, 32 bytes in hex. */
  readonly terms: string;
};

export type GetErrorType = LedgerErrorType;

const largestHold = (1n << 64n) - 1n;

/**
 * A lien as it stands.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.active({ amount: 400_00n });
 * const { asset, amount, securedParty, state } = await liens.get(anyone, { lien });
 * [asset, amount, state] // => ["certificate", 400_00n, "active"]
 * securedParty === who.financier // => true
 */
export async function get(ledger: Ledger, { lien }: GetParameters): Promise<GetReturnType> {
  const stored = await readContract(ledger, "liens", (contract) => contract.lienOf(lien));
  const time = (at: bigint): number | undefined => (at === 0n ? undefined : Number(at));
  return {
    lien,
    hold: lien & largestHold,
    asset: pledgedAssetAt(ledger.deployment, stored.asset),
    token: stored.token,
    amount: stored.amount,
    expiresAt: time(stored.expiresAt),
    securedParty: Number(stored.securedParty),
    debtor: Number(stored.debtor),
    registeredAt: time(stored.registeredAt),
    defaultedAt: time(stored.defaultedAt),
    state: nameAt(lienStates, stored.state),
    accepted: stored.accepted,
    countersigned: stored.countersigned,
    terms: stored.terms,
  };
}
