import { z } from "zod";
import { readApprovalRules } from "../../approval/readApprovalRules.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { found } from "../shared/found.ts";
import { approvalRuleBody } from "./approvalRuleBody.ts";
import { approvalRuleFields } from "./approvalRuleFields.ts";
import { newApprovalRule } from "./newApprovalRule.ts";

const params = z.object({ rule: z.string().regex(/^[0-9a-f]{16}$/, "is no rule") });

const verbs = {
  change: { method: "put", operationId: "changeApprovalRule", summary: "Change a rule" },
  remove: { method: "delete", operationId: "removeApprovalRule", summary: "Remove a rule" },
} as const;

/** Changes or removes a rule of one's own member; writes that wait already go on waiting. */
export function changeApprovalRuleRoute(
  { database, approvals: { book } }: GatewayServices,
  isWrite: (operationId: string) => boolean,
  verb: keyof typeof verbs,
): Route {
  return defineRoute({
    ...verbs[verb],
    path: "/v1/approval-rules/:rule",
    permission: "member",
    scope: "administer",
    request: {
      params,
      body: verb === "change" ? approvalRuleFields : z.strictObject({}).optional(),
    },
    responses: { 200: { description: "As it was last in force", body: approvalRuleBody } },
    handler: async ({ params: { rule: id }, body, context }) => {
      const { memberId, person } = context.member();
      const rules = await readApprovalRules(database, memberId);
      const before = found(
        rules.find(({ rule }) => rule === id),
        `rule ${id} of yours`,
      );
      if (verb === "remove") {
        return {
          status: 200,
          body: before,
          commit: async (transaction) => {
            await transaction.query("DELETE FROM local.approval_rule WHERE rule_id = $1", [id]);
            book.forget(memberId);
          },
        };
      }
      const fields = approvalRuleFields.parse(body);
      newApprovalRule.check(fields, isWrite);
      const rule = newApprovalRule.of(id, fields, person);
      return {
        status: 200,
        body: rule,
        commit: async (transaction) => {
          await newApprovalRule.write(transaction, memberId, rule);
          book.forget(memberId);
        },
      };
    },
  });
}
