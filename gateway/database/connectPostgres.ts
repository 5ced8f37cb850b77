import { DatabaseError, Pool, type PoolClient, types } from "pg";
import { columnValues } from "./columnValues.ts";
import type { Database, Queryable } from "./database.ts";
import { parameterValue } from "./parameterValue.ts";
import { StatementNames } from "./statementNames.ts";

/** PostgreSQL's `feature_not_supported`: a kept plan whose table has other columns since, in a gateway of another version. */
const PLAN_IS_STALE = "0A000";

function queryable(runner: Pick<PoolClient, "query">, names: StatementNames): Queryable {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const values = parameters.map(parameterValue);
      try {
        const result = await runner.query({ name: names.of(sql, values), text: sql, values });
        return result.rows as Row[];
      } catch (error) {
        if (error instanceof DatabaseError && error.code === PLAN_IS_STALE) names.renew();
        throw error;
      }
    },
  };
}

const columnTypes = {
  getTypeParser(type: number, format?: "text" | "binary") {
    return columnValues[type] ?? types.getTypeParser(type, format);
  },
};

/** A pool of connections to the PostgreSQL server at `url`. A lost idle connection is replaced at the next use. */
export async function connectPostgres(url: string, connections = 10): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    types: columnTypes as typeof types,
    options: "-c timezone=UTC",
  });
  const names = new StatementNames();
  // Without a listener an idle connection's end would end the process; the next query reports it instead.
  pool.on("error", () => undefined);
  await pool.query("SELECT 1");
  return {
    engine: "postgres",
    ...queryable(pool as unknown as Pick<PoolClient, "query">, names),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // The pool listens to idle connections alone, and the end of one that is lent would end the process, too.
      const hear = (error: Error): void => {
        broken = error;
      };
      client.on("error", hear);
      try {
        await client.query("BEGIN");
        const result = await work(queryable(client, names));
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch(hear);
        throw error;
      } finally {
        client.release(broken);
        client.off("error", hear);
      }
    },
    close: () => pool.end(),
  };
}
