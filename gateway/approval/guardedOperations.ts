import type { Route } from "../openapi/route.ts";

const named: ReadonlySet<string> = new Set([
  "setApprovalRule",
  "changeApprovalRule",
  "removeApprovalRule",
  "createPerson",
  "changePerson",
  "appointAdministrator",
  "createApiKey",
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
 * no second person. Taking a key's right away is not among them: it can't wait.
 */
export const guardedOperations = {
  named,
  has: ({ operationId }: Pick<Route, "operationId">): boolean => named.has(operationId),
} as const;
