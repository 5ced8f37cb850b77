import { randomBytes } from "node:crypto";
import { connectDatabase } from "../../../gateway/database/connectDatabase.ts";
import type { Database } from "../../../gateway/database/database.ts";

const server = process.env["TEST_DATABASE_URL"];

async function freshPostgres(url: string): Promise<Database> {
  const name = `tallystick_test_${randomBytes(6).toString("hex")}`;
  const admin = await connectDatabase({ url });
  await admin.query(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await connectDatabase({ url: own.href });
  return {
    ...database,
    async close() {
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}

/** An empty database: PGlite in memory, or a new database on the server of TEST_DATABASE_URL. */
export function emptyDatabase(): Promise<Database> {
  return server === undefined ? connectDatabase({}) : freshPostgres(server);
}
