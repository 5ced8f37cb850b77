import { z } from "zod";
import type { MemberDirectory } from "../auth/memberDirectory.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Queryable } from "../database/database.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";

/** What is asked to find traces of a write. */
export interface TraceSources {
  readonly database: Queryable;
  readonly rpc: Rpc;
  readonly directory: MemberDirectory;
}

const sent = z.object({ from: z.string() }).nullable();

async function isSigned(
  database: Queryable,
  { memberId, route, idempotencyKey }: WriteRequest,
): Promise<boolean> {
  const rows = await database.query(
    `SELECT 1 FROM local.request
     WHERE member_id = $1 AND route = $2 AND idempotency_key = $3 AND state <> 'refused'`,
    [memberId, route, idempotencyKey],
  );
  return rows.length > 0;
}

/** Anyone may put any reference into a call of its own, so the ledger's trace counts only when the member sent it. */
async function isOnLedger({ database, rpc, directory }: TraceSources, write: WriteRequest) {
  const rows = await database.query<{ transaction_hash: string }>(
    `SELECT DISTINCT transaction_hash FROM projected.event
     WHERE left(ref, 34) = $1 AND ref IS NOT NULL LIMIT 10`,
    [write.ref.slice(0, 34)],
  );
  const member = rows.length === 0 ? undefined : await directory.find(write.memberId);
  const own = new Set((member?.accounts ?? []).map((account) => account.toLowerCase()));
  for (const { transaction_hash } of rows) {
    const found = sent.parse(await rpc.send("eth_getTransactionByHash", [transaction_hash]));
    if (found !== null && own.has(found.from.toLowerCase())) return true;
  }
  return false;
}

/** Whether a write had already been begun, before any rule held it: its repetition then gets the old result. */
export async function beganBefore(sources: TraceSources, write: WriteRequest): Promise<boolean> {
  if (write.isFresh) return false;
  return (await isSigned(sources.database, write)) || (await isOnLedger(sources, write));
}
