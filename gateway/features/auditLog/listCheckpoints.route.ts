import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";

interface CheckpointRow {
  readonly size: bigint;
  readonly root: string;
  readonly at: string;
  readonly member: bigint;
  readonly account: string;
  readonly signature: string;
  readonly transaction_hash: string | null;
  readonly anchored_at: Date | null;
}

const sql = `
  SELECT c.*, a.transaction_hash, a.anchored_at FROM local.audit_checkpoint c
  LEFT JOIN projected.anchor a ON a.root = c.root
  WHERE c.size > $1 ORDER BY c.size LIMIT $2`;

const checkpoint = z.object({
  size: z.int().describe("Entries that it covers, all from the first one"),
  root: z.string().describe("RFC 6962 Merkle root over the entries' hashes"),
  at: z.string(),
  member: z.int(),
  account: z.string(),
  signature: z.string().describe("EIP-712"),
  anchor: z.object({ transactionHash: z.string(), anchoredAt: z.string() }).nullable(),
});

/** What the gateway stated of its audit log, for every member: comparing them shows who was told something else. */
export function listAuditCheckpointsRoute(services: GatewayServices): Route {
  const { database, ledger } = services;
  return defineRoute({
    method: "get",
    path: "/v1/audit-log/checkpoints",
    operationId: "listAuditCheckpoints",
    summary: "Signed statements of the audit log's size and root, and where they are anchored",
    permission: "member",
    request: {
      query: z.object({ limit: fields.pageSize, after: z.coerce.number().int().min(0).default(0) }),
    },
    responses: {
      200: {
        description: "Oldest first",
        body: z.object({
          log: z.string().nullable().describe("Id of the log; null before its first entry"),
          chainId: z.int(),
          documentAnchors: z.string().nullable(),
          items: z.array(checkpoint),
          next: z.int().nullable().describe("`after` of the next page; null at the end"),
        }),
      },
    },
    handler: async ({ query: { limit, after } }) => {
      const [log] = await database.query<{ log: string }>("SELECT log FROM local.audit_log");
      const rows = await database.query<CheckpointRow>(sql, [after, limit]);
      const items = rows.map((row) => ({
        ...{ size: Number(row.size), root: row.root, at: row.at, member: Number(row.member) },
        ...{ account: row.account, signature: row.signature },
        anchor:
          row.transaction_hash === null
            ? null
            : { transactionHash: row.transaction_hash, anchoredAt: row.anchored_at },
      }));
      const next = items.length < limit ? null : (items.at(-1)?.size ?? null);
      const { chainId, addresses } = sdkDeployment(ledger);
      const documentAnchors = addresses.documentAnchors ?? null;
      return {
        status: 200,
        body: { log: log?.log ?? null, chainId, documentAnchors, items, next },
      };
    },
  });
}
