import type { Database } from "../../../gateway/database/database.ts";
import { readTables } from "../../../gateway/projection/readTables.ts";

/** Every row of schema `projected`, by table and in the order of its primary key. */
export async function projectedTables(
  database: Database,
): Promise<Record<string, readonly Record<string, unknown>[]>> {
  const tables = await readTables(database);
  const rows: [string, readonly Record<string, unknown>[]][] = [];
  for (const { name, primaryKey } of tables.values()) {
    const order = primaryKey.map((column) => `"${column}"`).join(", ");
    rows.push([name, await database.query(`SELECT * FROM projected.${name} ORDER BY ${order}`)]);
  }
  return Object.fromEntries(rows);
}
