import type { Scope } from "../auth/scopes.ts";
import type { Route } from "../openapi/route.ts";
import type { Stake, StakeAmount } from "../openapi/stake.ts";
import { approvalGroups } from "./approvalGroups.ts";
import { guardedOperations } from "./guardedOperations.ts";
import type { ApprovalRule } from "./readApprovalRules.ts";

/** Who must agree to a write, and for how long it waits. */
export interface ApprovalNeed {
  readonly needed: number;
  readonly approverScopes: readonly Scope[];
  readonly days: number;
}

const DEFAULT_DAYS = 7;

function covers(rule: ApprovalRule, operationId: string): boolean {
  return rule.operations.some((name) => {
    if (name === operationId || name === "everything") return true;
    const group: readonly string[] | undefined = Object.hasOwn(approvalGroups, name)
      ? approvalGroups[name as keyof typeof approvalGroups]
      : undefined;
    return group?.includes(operationId) ?? false;
  });
}

/** Amounts of one currency together: a bulk write is as large as the sum of its items. */
function sumsOf(stake: Stake): StakeAmount[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of stake.amounts) {
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

/** What rules make of a write. */
export const approvalNeed = {
  covers,
  sumsOf,

  /** Whether sums stay within a rule's limits; an amount equal to its limit does. Nothing that can't be told does. */
  isWithin(rule: ApprovalRule, sums: readonly StakeAmount[] | undefined): boolean {
    if (sums === undefined || sums.length === 0) return false;
    return sums.every(({ currency, amountMinor }) => {
      const limit = rule.limits[currency];
      return limit !== undefined && amountMinor <= BigInt(limit);
    });
  },

  /** The strictest of all that ask for a second person; undefined when none does. */
  of(rules: readonly ApprovalRule[]): ApprovalNeed | undefined {
    if (rules.length === 0) return undefined;
    return {
      needed: Math.max(...rules.map((rule) => rule.approvals)),
      approverScopes: [...new Set<Scope>(["approve", ...rules.map((rule) => rule.approver)])],
      days: Math.min(...rules.map((rule) => rule.expiresAfterDays)),
    };
  },

  /** For writes that decide who may act: as many as the strictest rule asks for, who may administer. */
  guarded(rules: readonly ApprovalRule[], route: Route): ApprovalNeed | undefined {
    if (rules.length === 0 || !guardedOperations.has(route)) return undefined;
    const needed = Math.max(...rules.map((rule) => rule.approvals));
    return { needed, approverScopes: ["approve", "administer"], days: DEFAULT_DAYS };
  },
} as const;
