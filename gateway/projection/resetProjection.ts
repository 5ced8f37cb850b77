import type { Database } from "../database/database.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointStore } from "./checkpointStore.ts";
import type { ProjectedTable } from "./readTables.ts";

/** Empties every projected table and puts the checkpoint where the ledger begins, in one transaction. */
export async function resetProjection(
  database: Database,
  tables: Iterable<ProjectedTable>,
  beginning: Checkpoint,
): Promise<void> {
  const names = [...tables].map((table) => `projected.${table.name}`);
  await database.transaction(async (transaction) => {
    await transaction.query(`TRUNCATE ${names.join(", ")}`);
    await checkpointStore.write(transaction, beginning);
  });
}
