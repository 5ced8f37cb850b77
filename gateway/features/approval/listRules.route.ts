import { z } from "zod";
import { approvalGroups } from "../../approval/approvalGroups.ts";
import { guardedOperations } from "../../approval/guardedOperations.ts";
import { readApprovalRules } from "../../approval/readApprovalRules.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { approvalRuleBody } from "./approvalRuleBody.ts";

const body = z.object({
  items: z.array(approvalRuleBody),
  groups: z.record(z.string(), z.array(z.string())).describe("Operations by kind of work"),
  guarded: z
    .array(z.string())
    .describe("Operations that always need a second person once there is a rule"),
});

/** What one person of the member may do alone. */
export function listApprovalRulesRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/approval-rules",
    operationId: "listApprovalRules",
    summary: "Which of your member's writes need a second person",
    permission: "member",
    responses: { 200: { description: "Rules, oldest first", body } },
    handler: async ({ context }) => {
      const items = await readApprovalRules(database, context.member().memberId);
      return {
        status: 200,
        body: { items, groups: approvalGroups, guarded: [...guardedOperations.named] },
      };
    },
  });
}
