import { AuditTree, type AuditTreeNode, auditCheckpointTypedData } from "@tallystick/sdk";
import type { Database, Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import type { LedgerSigner } from "../keystore/signerSource.ts";
import { treeNodes } from "./treeNodes.ts";

/** Who states it, and on which chain its anchors lie. */
export interface CheckpointSigner {
  readonly chainId: number;
  readonly member: number;
  readonly signer: LedgerSigner;
}

const MOST_ENTRIES = 100;
/** A minute, less the time that a round may be late. */
const LONGEST = "50 seconds";

interface LogEnd {
  readonly log: string;
  readonly entries: bigint;
  readonly stated: bigint;
  readonly waited: boolean;
}

const endSql = `
  WITH stated AS (SELECT COALESCE(max(size), 0) AS size FROM local.audit_checkpoint)
  SELECT log, next_sequence AS entries, stated.size AS stated, COALESCE((
    SELECT at < now() - interval '${LONGEST}' FROM local.audit_entry WHERE sequence = stated.size), false) AS waited
  FROM local.audit_log, stated`;

const nodeColumns = { level: "int2", index: "int8", hash: "text" };
const checkpointColumns = {
  size: "int8",
  root: "text",
  at: "text",
  member: "int8",
  account: "text",
  signature: "text",
};

async function grow(database: Queryable, from: number, to: number) {
  const nodes: AuditTreeNode[] = [];
  const tree = new AuditTree(await treeNodes.peaks(database, from), (node) => nodes.push(node));
  const rows = await database.query<{ hash: string }>(
    "SELECT hash FROM local.audit_entry WHERE sequence >= $1 AND sequence < $2 ORDER BY sequence",
    [from, to],
  );
  for (const { hash } of rows) tree.add(hash);
  if (tree.size !== to) throw new Error(`The audit log has ${tree.size} of ${to} entries.`);
  return { nodes, root: tree.root() };
}

async function state(
  database: Database,
  { chainId, member, signer }: CheckpointSigner,
  log: string,
  from: number,
  to: number,
): Promise<void> {
  const { nodes, root } = await grow(database, from, to);
  const checkpoint = { log, size: to, root, at: new Date().toISOString() };
  const { domain, types, value } = auditCheckpointTypedData(chainId, checkpoint);
  const signature = await signer.signTypedData(domain, types, value);
  const row = { ...checkpoint, member, account: signer.address, signature };
  // Two gateways that do the same at once find the same nodes and root; the first one's signature stays.
  const tail = "ON CONFLICT DO NOTHING";
  await database.transaction(async (transaction) => {
    await insertRows(transaction, "local.audit_node", nodeColumns, nodes, tail);
    await insertRows(transaction, "local.audit_checkpoint", checkpointColumns, [row], tail);
  });
}

/** Signs checkpoints until none is due: one for every 100 entries, and one for fewer once the oldest waits a minute. */
export async function stateCheckpoints(database: Database, by: CheckpointSigner): Promise<void> {
  for (;;) {
    const [end] = await database.query<LogEnd>(endSql);
    if (end === undefined) return;
    const stated = Number(end.stated);
    const entries = Number(end.entries);
    if (entries - stated < MOST_ENTRIES && !end.waited) return;
    await state(database, by, end.log, stated, Math.min(entries, stated + MOST_ENTRIES));
  }
}
