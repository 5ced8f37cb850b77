import { type AuditTreeNode, auditTreeHash } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";

interface NodeRow {
  readonly level: number;
  readonly index: bigint;
  readonly hash: string;
}

async function nodeAt(database: Queryable, level: number, index: number): Promise<AuditTreeNode> {
  const [row] = await database.query<NodeRow>(
    "SELECT level, index, hash FROM local.audit_node WHERE level = $1 AND index = $2",
    [level, index],
  );
  if (row === undefined)
    throw new Error(`The audit log's tree has no node ${index} of level ${level}.`);
  return { level, index, hash: row.hash };
}

/** The largest power of two below `size`, as RFC 6962 splits a tree. */
function leftSize(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1);
}

async function rangeHash(database: Queryable, from: number, to: number): Promise<string> {
  const size = to - from;
  const level = Math.log2(size);
  if (Number.isInteger(level)) return (await nodeAt(database, level, from / size)).hash;
  const middle = from + leftSize(size);
  const left = await rangeHash(database, from, middle);
  return auditTreeHash.node(left, await rangeHash(database, middle, to));
}

/** What is kept of the Merkle tree: finished subtrees, from which any part of it is a few steps. */
export const treeNodes = {
  /** Roots of the finished subtrees of the first `size` entries, largest first. */
  async peaks(database: Queryable, size: number): Promise<AuditTreeNode[]> {
    const peaks: AuditTreeNode[] = [];
    for (let from = 0; from < size; ) {
      const level = Math.floor(Math.log2(size - from));
      peaks.push(await nodeAt(database, level, from / 2 ** level));
      from += 2 ** level;
    }
    return peaks;
  },

  /** Proof that entry `sequence` is among the first `size`, from the leaf up (RFC 6962, 2.1.1). */
  async proof(database: Queryable, sequence: number, size: number): Promise<string[]> {
    const path: string[] = [];
    let [from, to] = [0, size];
    while (to - from > 1) {
      const middle = from + leftSize(to - from);
      const isLeft = sequence < middle;
      path.push(await rangeHash(database, isLeft ? middle : from, isLeft ? to : middle));
      if (isLeft) to = middle;
      else from = middle;
    }
    return path.reverse();
  },
} as const;
