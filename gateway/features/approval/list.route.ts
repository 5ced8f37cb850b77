import { z } from "zod";
import { type ApprovalRow, approvalRow } from "../../approval/approvalRow.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { whereAll } from "../shared/whereAll.ts";
import { approvalBody } from "./approvalBody.ts";
import { approvalParams } from "./approvalParams.ts";
import type { approvalReadModel } from "./approvalReadModel.ts";

const query = z.object({
  limit: fields.pageSize,
  after: approvalParams.shape.approval.optional().describe("`next` of the page before"),
  view: z
    .enum(["to-decide", "asked", "waiting", "ended", "all"])
    .default("all")
    .describe("Those that wait for your word, that you asked for, or by whether they still wait"),
});

const waiting = "a.state = 'waiting' AND a.expires_at > now()";

const views = {
  "to-decide": `${waiting} AND a.asked_by <> ? AND NOT EXISTS (SELECT 1 FROM local.approval_decision d
    WHERE d.approval_id = a.approval_id AND d.person = ?)`,
  asked: "a.asked_by = ?",
  waiting: `${waiting} AND ?::text IS NOT NULL`,
  ended: `NOT (${waiting}) AND ?::text IS NOT NULL`,
  all: "?::text IS NOT NULL",
} as const;

/** The member's writes that needed another person, newest first. */
export function listApprovalsRoute(
  { database }: GatewayServices,
  approvals: ReturnType<typeof approvalReadModel>,
): Route {
  return defineRoute({
    method: "get",
    path: "/v1/approvals",
    operationId: "listApprovals",
    summary: "Writes of your member that need, or needed, a second person",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(approvalBody) } },
    handler: async ({ query: { limit, after, view }, context }) => {
      const identity = context.member();
      const { where, values } = whereAll([
        ["a.member_id = ?", identity.memberId],
        [views[view], identity.person],
        ["a.approver_scopes <@ ?::text[]", view === "to-decide" ? identity.scopes : undefined],
        [
          `(a.asked_at, a.approval_id) < (SELECT b.asked_at, b.approval_id FROM local.approval b
            WHERE b.approval_id = ?)`,
          after,
        ],
      ]);
      const rows = await database.query<ApprovalRow>(
        `SELECT ${approvalRow.columns} FROM local.approval a ${where}
         ORDER BY a.asked_at DESC, a.approval_id DESC LIMIT ${limit + 1}`,
        values,
      );
      const page = pageOf(context, rows, limit, {
        item: (row) => row,
        cursor: (row) => row.approval_id,
      });
      return { status: 200, body: { ...page, items: await approvals.show(page.items, identity) } };
    },
  });
}
