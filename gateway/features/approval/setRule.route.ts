import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { approvalRuleBody } from "./approvalRuleBody.ts";
import { approvalRuleFields } from "./approvalRuleFields.ts";
import { newApprovalRule } from "./newApprovalRule.ts";

const ID_CHARACTERS = 16;

/** Sets a rule. The first one is in force at once; every further change needs a second person who administers. */
export function setApprovalRuleRoute(
  { approvals: { book } }: GatewayServices,
  isWrite: (operationId: string) => boolean,
): Route {
  return defineRoute({
    method: "post",
    path: "/v1/approval-rules",
    operationId: "setApprovalRule",
    summary: "Ask for a second person, by kind of write and amount",
    permission: "member",
    scope: "administer",
    request: { body: approvalRuleFields },
    responses: { 201: { description: "In force", body: approvalRuleBody } },
    handler: async ({ body, context }) => {
      const { memberId, person } = context.member();
      newApprovalRule.check(body, isWrite);
      const id = context.write().ref.slice(2, 2 + ID_CHARACTERS);
      const rule = newApprovalRule.of(id, body, person);
      return {
        status: 201,
        body: rule,
        commit: async (transaction) => {
          await newApprovalRule.write(transaction, memberId, rule);
          book.forget(memberId);
        },
      };
    },
  });
}
