import { z } from "zod";
import { treeNodes } from "../../audit/treeNodes.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { found } from "../shared/found.ts";
import { auditEntryBody } from "./auditEntryBody.ts";
import { type AuditEntryRow, auditEntryRow } from "./auditEntryRow.ts";

const entrySql = `
  SELECT * FROM local.audit_entry WHERE sequence = $1 AND ($2::int8 IS NULL OR member = $2)`;
const checkpointSql = `
  SELECT size, root FROM local.audit_checkpoint WHERE size > $1 AND ($2::int8 IS NULL OR size = $2)
  ORDER BY size DESC LIMIT 1`;

/** An entry with what proves that a checkpoint covers it, and nothing about other entries. */
export function proveAuditEntryRoute({ database }: Pick<GatewayServices, "database">): Route {
  return defineRoute({
    method: "get",
    path: "/v1/audit-log/entries/:sequence",
    operationId: "proveAuditEntry",
    summary: "An entry, and the proof that a checkpoint covers it",
    permission: "member",
    request: {
      params: z.object({
        sequence: z.coerce
          .number()
          .int()
          .min(0)
          .max(2 ** 52),
      }),
      query: z.object({
        size: z.coerce
          .number()
          .int()
          .min(1)
          .max(2 ** 52)
          .optional()
          .describe("Size of the checkpoint; the newest one by default"),
      }),
    },
    responses: {
      200: {
        description: "Entry, checkpoint and proof (RFC 6962)",
        body: z.object({
          entry: auditEntryBody,
          size: z.int(),
          root: z.string(),
          proof: z.array(z.string()).describe("Sibling hashes from the leaf up"),
        }),
      },
    },
    handler: async ({ params: { sequence }, query, context }) => {
      const identity = context.member();
      const member = isOverseer(identity) ? null : identity.memberId;
      const [row] = await database.query<AuditEntryRow>(entrySql, [sequence, member]);
      const entry = auditEntryRow.show(found(row, `entry ${sequence} of yours`));
      const [checkpoint] = await database.query<{ size: bigint; root: string }>(checkpointSql, [
        sequence,
        query.size ?? null,
      ]);
      if (checkpoint === undefined) {
        const detail = `No ${query.size === undefined ? "" : "such "}checkpoint covers entry ${sequence}${query.size === undefined ? " yet" : ""}.`;
        throw new ProblemError("not-found", detail);
      }
      const size = Number(checkpoint.size);
      const proof = await treeNodes.proof(database, sequence, size);
      return { status: 200, body: { entry, size, root: checkpoint.root, proof } };
    },
  });
}
