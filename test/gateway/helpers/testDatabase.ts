import type { Database } from "../../../gateway/database/database.ts";
import { migrate } from "../../../gateway/database/migrate.ts";
import { readMigrations } from "../../../gateway/database/readMigrations.ts";
import { emptyDatabase } from "./emptyDatabase.ts";

/** A database with the gateway's schema. */
export async function testDatabase(): Promise<Database> {
  const database = await emptyDatabase();
  await migrate(database, await readMigrations());
  return database;
}
