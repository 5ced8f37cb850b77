import type { Database, Queryable } from "./database.ts";
import type { Migration } from "./readMigrations.ts";
import { splitStatements } from "./splitStatements.ts";

/** One arbitrary but fixed number: gateways that start together on one database migrate one after the other. */
const MIGRATION_LOCK = 7_411_571_101n;

async function prepareSchema(database: Database, schema: Migration["schema"]): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock($1::int8)", [MIGRATION_LOCK]);
    await transaction.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    // The record lives in the schema it describes, so that a dropped `projected` is built again at the next start.
    await transaction.query(
      `CREATE TABLE IF NOT EXISTS ${schema}.migration (
         number int4 PRIMARY KEY, file text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
  });
}

async function applyOnce(transaction: Queryable, migration: Migration): Promise<boolean> {
  await transaction.query("SELECT pg_advisory_xact_lock($1::int8)", [MIGRATION_LOCK]);
  const [applied] = await transaction.query<{ file: string; checksum: string }>(
    `SELECT file, checksum FROM ${migration.schema}.migration WHERE number = $1`,
    [migration.number],
  );
  if (applied !== undefined) {
    if (applied.checksum === migration.checksum) return false;
    throw new Error(
      `Migration ${applied.file} was applied to this database in another form than ${migration.file} has now. ` +
        "Applied migrations are never changed: restore the file and add a new one.",
    );
  }
  for (const statement of splitStatements(migration.sql)) await transaction.query(statement);
  await transaction.query(
    `INSERT INTO ${migration.schema}.migration (number, file, checksum) VALUES ($1, $2, $3)`,
    [migration.number, migration.file, migration.checksum],
  );
  return true;
}

/**
 * Applies what is missing, each migration in a transaction of its own under an advisory lock, and answers the files
 * that were applied now. A file that changed after it was applied is refused.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<string[]> {
  await prepareSchema(database, "local");
  await prepareSchema(database, "projected");
  const applied: string[] = [];
  for (const migration of migrations) {
    const isNew = await database.transaction((transaction) => applyOnce(transaction, migration));
    if (isNew) applied.push(migration.file);
  }
  return applied;
}
