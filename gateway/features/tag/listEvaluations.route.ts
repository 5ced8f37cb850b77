import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberRefs } from "../shared/memberRefs.ts";

interface CountRow {
  readonly member_id: bigint;
  readonly epoch: bigint;
  readonly requests: bigint;
  readonly elements: bigint;
  readonly last_at: Date;
}

const select = `
  SELECT member_id, epoch, count(*)::int8 AS requests, sum(elements)::int8 AS elements,
    max(evaluated_at) AS last_at
  FROM local.tag_evaluation WHERE $1::int8 IS NULL OR member_id = $1
  GROUP BY member_id, epoch ORDER BY member_id, epoch`;

/** How often this gateway's shares were used: by oneself, or by everybody for who oversees. */
export function listTagEvaluationsRoute({ database }: Pick<GatewayServices, "database">): Route {
  return defineRoute({
    method: "get",
    path: "/v1/tags/evaluations",
    operationId: "listTagEvaluations",
    summary: "How many elements were evaluated here, by member and epoch",
    permission: "member",
    responses: {
      200: {
        description: "Your own counts; everybody's for auditor, regulator and legal",
        body: z.object({
          items: z.array(
            z.object({
              member: memberRefBody,
              epoch: z.int(),
              requests: z.int(),
              elements: z.int(),
              lastAt: z.string(),
            }),
          ),
        }),
      },
    },
    handler: async ({ context }) => {
      const identity = context.member();
      const only = isOverseer(identity) ? null : identity.memberId;
      const rows = await database.query<CountRow>(select, [only]);
      const refOf = await memberRefs(
        database,
        rows.map((row) => row.member_id),
      );
      const items = rows.map((row) => ({
        member: refOf(row.member_id),
        epoch: Number(row.epoch),
        requests: Number(row.requests),
        elements: Number(row.elements),
        lastAt: row.last_at,
      }));
      return { status: 200, body: { items } };
    },
  });
}
