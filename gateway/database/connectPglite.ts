import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { columnValues } from "./columnValues.ts";
import type { Database, Queryable } from "./database.ts";
import { PgliteSession } from "./PgliteSession.ts";

async function inTransaction<Result>(
  session: PgliteSession,
  work: (transaction: Queryable) => Promise<Result>,
): Promise<Result> {
  let isOpen = true;
  const query = <Row>(sql: string, parameters?: readonly unknown[]) => {
    if (isOpen) return session.run<Row>(sql, parameters);
    return Promise.reject(new Error("The transaction of this statement is over."));
  };
  await session.run("BEGIN");
  try {
    const result = await work({ query });
    isOpen = false;
    await session.run("COMMIT");
    return result;
  } catch (error) {
    isOpen = false;
    await session.run("ROLLBACK");
    throw error;
  }
}

/**
 * PostgreSQL inside this process, in `directory`, or in memory without one.
 *
 * Durability is not relaxed: a statement answers after its commit reached the file system, so SIGKILL loses nothing
 * acknowledged. Only one process may open a directory.
 */
export async function connectPglite(directory?: string): Promise<Database> {
  if (directory !== undefined) await mkdir(dirname(directory), { recursive: true });
  const pglite = new PGlite({
    ...(directory === undefined ? {} : { dataDir: directory }),
    relaxedDurability: false,
    parsers: { ...columnValues },
  });
  await pglite.waitReady;
  await pglite.exec("SET TIME ZONE 'UTC'");
  const session = new PgliteSession(pglite);
  return {
    engine: "pglite",
    query: (sql, parameters) => session.alone(() => session.run(sql, parameters)),
    transaction: (work) => session.alone(() => inTransaction(session, work)),
    close: () => session.alone(() => pglite.close()),
  };
}
