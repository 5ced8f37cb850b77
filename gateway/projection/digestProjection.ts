import { createHash } from "node:crypto";
import type { Queryable } from "../database/database.ts";
import { checkpointStore } from "./checkpointStore.ts";
import { digestTable, type TableDigest } from "./digestTable.ts";
import { readTables } from "./readTables.ts";

/** What the whole projection holds at a block. */
export interface ProjectionDigest {
  readonly block: number;
  readonly blockHash: string;
  readonly tables: readonly TableDigest[];
  /** SHA-256 over a line `table rows digest` for each table, in ascending order of names. */
  readonly digest: string;
}

/**
 * Digests of every table whose rows events make. The target must stand still meanwhile. Undefined before the first block
 * was projected.
 */
export async function digestProjection(target: Queryable): Promise<ProjectionDigest | undefined> {
  const checkpoint = await checkpointStore.read(target);
  if (checkpoint === undefined) return undefined;
  const known = await readTables(target);
  known.delete("checkpoint");
  const tables: TableDigest[] = [];
  for (const name of [...known.keys()].sort()) {
    const table = known.get(name);
    if (table !== undefined) tables.push(await digestTable(target, table));
  }
  const lines = tables.map(({ table, rows, digest }) => `${table} ${rows} ${digest}\n`);
  const digest = createHash("sha256").update(lines.join("")).digest("hex");
  const { blockNumber: block, blockHash } = checkpoint;
  return { block, blockHash, tables, digest };
}
