import type { Queryable } from "../database/database.ts";
import { type ApprovalRule, readApprovalRules } from "./readApprovalRules.ts";

/** What must be known of a member before one of its writes. */
export interface MemberRules {
  readonly rules: readonly ApprovalRule[];
  /** Whether any of its writes waits or is approved: such a one may come again when its rule is gone. */
  readonly hasOpen: boolean;
}

/** Rules as writes ask for them. */
export interface RuleBook {
  of(memberId: number): Promise<MemberRules>;
  /** What was known of the member is out of date. */
  forget(memberId: number): void;
}

/** So long may a rule that another gateway wrote go unnoticed here; our own are noticed at once. */
const CACHE_MS = 2_000;
const MAXIMUM_CACHED = 10_000;

const openSql = `
  SELECT 1 FROM local.approval WHERE member_id = $1 AND state IN ('waiting', 'approved') LIMIT 1`;

/** Reads rules from schema `local`; every write asks, so they are kept for a moment. */
export function createRuleBook(database: Queryable, now: () => number = Date.now): RuleBook {
  const cache = new Map<number, { readonly known: Promise<MemberRules>; readonly until: number }>();
  const read = async (memberId: number): Promise<MemberRules> => {
    const rules = await readApprovalRules(database, memberId);
    const open = await database.query(openSql, [memberId]);
    return { rules, hasOpen: open.length > 0 };
  };
  return {
    of(memberId) {
      const cached = cache.get(memberId);
      if (cached !== undefined && cached.until > now()) return cached.known;
      if (cache.size >= MAXIMUM_CACHED) cache.clear();
      const known = read(memberId);
      cache.set(memberId, { known, until: now() + CACHE_MS });
      known.catch(() => cache.delete(memberId));
      return known;
    },
    forget: (memberId) => void cache.delete(memberId),
  };
}
