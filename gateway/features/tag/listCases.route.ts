import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberRefs } from "../shared/memberRefs.ts";

interface CaseRow {
  readonly case_reference: string;
  readonly kind: "loose" | "near";
  readonly asked_by: bigint | null;
  readonly peer: string | null;
  readonly opened_at: Date;
  readonly receivables: readonly bigint[] | null;
}

const select = `
  SELECT c.case_reference, c.kind, c.asked_by, c.peer, c.opened_at,
    array_agg(t.receivable_id ORDER BY t.receivable_id) FILTER (WHERE t.receivable_id IS NOT NULL) AS receivables
  FROM local.tag_case c
  LEFT JOIN local.approximate_tag t
    ON t.epoch = c.epoch AND t.tag = c.tag AND t.member_id = c.member_id
  WHERE c.member_id = $1
  GROUP BY c.case_reference, c.kind, c.asked_by, c.peer, c.opened_at
  ORDER BY c.opened_at DESC, c.case_reference LIMIT $2`;

/** Warnings to a member: somebody else has an invoice that looks like one of its own. */
export function listTagCasesRoute({ database }: Pick<GatewayServices, "database">): Route {
  return defineRoute({
    method: "get",
    path: "/v1/tags/cases",
    operationId: "listTagCases",
    summary: "Invoices of yours that somebody else's look like, and whom to call",
    permission: "member",
    request: { query: z.object({ limit: fields.pageSize }) },
    responses: {
      200: {
        description: "Latest first",
        body: z.object({
          items: z.array(
            z.object({
              caseReference: z.string(),
              kind: z.enum(["loose", "near"]),
              askedBy: memberRefBody.nullable().describe("The member that asked here"),
              peer: z.string().nullable().describe("The gateway that knows the tag"),
              receivables: z.array(z.int()).describe("Your own receivables it is about"),
              openedAt: z.string(),
            }),
          ),
        }),
      },
    },
    handler: async ({ query, context }) => {
      const rows = await database.query<CaseRow>(select, [context.member().memberId, query.limit]);
      const refOf = await memberRefs(
        database,
        rows.map((row) => row.asked_by),
      );
      const items = rows.map((row) => ({
        caseReference: row.case_reference,
        kind: row.kind,
        askedBy: refOf(row.asked_by),
        peer: row.peer,
        receivables: (row.receivables ?? []).map(Number),
        openedAt: row.opened_at,
      }));
      return { status: 200, body: { items } };
    },
  });
}
