import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite, type Transaction } from "@electric-sql/pglite";
import { columnValues } from "./columnValues.ts";
import type { Database, Queryable } from "./database.ts";
import { parameterValue } from "./parameterValue.ts";

type Runner = Pick<Transaction, "query">;

function queryable(runner: Runner): Queryable {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const result = await runner.query<Row>(sql, parameters.map(parameterValue));
      return result.rows;
    },
  };
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
  return {
    engine: "pglite",
    ...queryable(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(queryable(transaction))),
    close: () => pglite.close(),
  };
}
