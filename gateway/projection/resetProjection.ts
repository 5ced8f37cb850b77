import type { Queryable } from "../database/database.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointStore } from "./checkpointStore.ts";
import type { ProjectedTable } from "./readTables.ts";

/** Empties every projected table and puts the checkpoint where the ledger begins. */
export async function resetProjection(
  transaction: Queryable,
  tables: Iterable<ProjectedTable>,
  beginning: Checkpoint,
): Promise<void> {
  const names = [...tables].map((table) => `projected.${table.name}`);
  await transaction.query(`TRUNCATE ${[...names, "projected.recent_block"].join(", ")}`);
  await checkpointStore.write(transaction, beginning);
}
