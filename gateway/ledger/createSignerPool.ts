import type { Identity } from "../auth/identity.ts";
import type { DirectoryMember, MemberDirectory } from "../auth/memberDirectory.ts";
import type { Keystore } from "../keystore/createKeystore.ts";
import type { Outbox } from "../outbox/outbox.ts";

/** The account that signs a member's next write, where the caller names none. */
export type SignerPool = (member: Identity) => string | Promise<string>;

/** What a pool chooses from. */
export interface SignerPoolOptions {
  /** Members whose writes are spread. */
  readonly members: readonly number[] | "all";
  readonly keystore: Pick<Keystore, "accountsOf">;
  readonly directory: Pick<MemberDirectory, "find">;
  readonly outbox: Pick<Outbox, "load">;
  readonly cacheMs?: number;
}

// One account of theirs proposes and another one confirms, or an account was given the office itself.
const neverSpread: readonly DirectoryMember["roles"][number][] = ["operator", "legal"];

/**
 * Spreads writes over the accounts of a member that are active on the ledger and whose keys are held here, least loaded
 * first. For all other members, and where nothing can be spread, it is the primary account: events name the account.
 */
export function createSignerPool(options: SignerPoolOptions): SignerPool {
  const { members, keystore, directory, outbox, cacheMs = 1_000 } = options;
  const cache = new Map<number, { accounts: Promise<string[]>; until: number }>();
  const read = async (memberId: number): Promise<string[]> => {
    const [held, member] = await Promise.all([
      keystore.accountsOf(memberId),
      directory.find(memberId),
    ]);
    if (member === undefined || member.roles.some((role) => neverSpread.includes(role))) return [];
    const active = new Set(member.accounts.map((account) => account.toLowerCase()));
    return held.filter((account) => active.has(account.toLowerCase()));
  };
  const accountsOf = (memberId: number): Promise<string[]> => {
    const cached = cache.get(memberId);
    if (cached !== undefined && cached.until > Date.now()) return cached.accounts;
    const accounts = read(memberId);
    cache.set(memberId, { accounts, until: Date.now() + cacheMs });
    accounts.catch(() => cache.delete(memberId));
    return accounts;
  };
  let turn = 0;
  return ({ memberId, account: primary }) => {
    if (members !== "all" && !members.includes(memberId)) return primary;
    return accountsOf(memberId).then((accounts) => {
      turn += 1;
      // Among equals they take turns: what is simulated at the moment is in no load yet.
      const turned = accounts.map((_, index) => accounts[(index + turn) % accounts.length] ?? "");
      const [least = primary] = turned.toSorted((a, b) => outbox.load(a) - outbox.load(b));
      return least;
    });
  };
}
