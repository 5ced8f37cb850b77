import type { Database } from "../../../gateway/database/database.ts";

/** Empties every table of the gateway's schemas but the record of migrations and the audit log, which refuses. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname IN ('local', 'projected') AND tablename <> 'migration' AND tablename NOT LIKE 'audit%'`,
  );
  await database.query(`TRUNCATE ${tables.map((table) => table.name).join(", ")}`);
}
