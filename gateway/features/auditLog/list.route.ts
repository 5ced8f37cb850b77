import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { auditEntryBody } from "./auditEntryBody.ts";
import { type AuditEntryRow, auditEntryRow } from "./auditEntryRow.ts";

const sql = `
  SELECT * FROM local.audit_entry
  WHERE sequence >= $1 AND ($2::int8 IS NULL OR member = $2) ORDER BY sequence LIMIT $3`;

/** The audit log in its order: all of it for who oversees, its own requests for a member. */
export function listAuditEntriesRoute({ database }: Pick<GatewayServices, "database">): Route {
  return defineRoute({
    method: "get",
    path: "/v1/audit-log",
    operationId: "listAuditEntries",
    summary: "Who asked for what and was answered what",
    description: "Auditor, regulator and legal see every entry, members their own.",
    permission: "member",
    request: {
      query: z.object({
        limit: fields.pageSize,
        from: z.coerce.number().int().min(0).default(0).describe("Sequence of the first entry"),
      }),
    },
    responses: {
      200: {
        description: "Oldest first",
        body: z.object({
          items: z.array(auditEntryBody),
          isWhole: z.boolean().describe("Whether entries of all members are shown"),
          next: z.int().nullable().describe("`from` of the next page; null at the end"),
        }),
      },
    },
    handler: async ({ query: { limit, from }, context }) => {
      const identity = context.member();
      const member = isOverseer(identity) ? null : identity.memberId;
      const rows = await database.query<AuditEntryRow>(sql, [from, member, limit]);
      const items = rows.map(auditEntryRow.show);
      const last = items.at(-1);
      const next = last === undefined || items.length < limit ? null : last.sequence + 1;
      return { status: 200, body: { items, isWhole: member === null, next } };
    },
  });
}
