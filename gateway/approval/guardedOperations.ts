import type { Route } from "../openapi/route.ts";
import { scopeOf } from "../openapi/scopeOf.ts";

const named: ReadonlySet<string> = new Set([
  "setApprovalRule",
  "changeApprovalRule",
  "removeApprovalRule",
  "addAccount",
  "confirmAccount",
  "setPrimaryAccount",
  "setGuardian",
  "confirmGuardian",
  "setSettlementAccount",
  "confirmSettlementAccount",
]);

/**
 * Writes that decide who may act for a member, or where its money goes. Once the member has any rule, each of them needs
 * another person with scope `administer`: who could change rules, or make a second person out of a new key, would need
 * no second person.
 */
export const guardedOperations = {
  named,
  /** Also whatever else needs scope `administer`, but for taking a right away, which can't wait. */
  has(route: Pick<Route, "operationId" | "method" | "scope">): boolean {
    if (named.has(route.operationId)) return true;
    return route.method !== "delete" && route.method !== "get" && scopeOf(route) === "administer";
  },
} as const;
