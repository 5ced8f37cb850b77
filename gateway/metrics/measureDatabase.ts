import type { Database } from "../database/database.ts";
import type { GatewayMetrics } from "./gatewayMetrics.ts";

type Needs = Pick<GatewayMetrics, "queries" | "queryErrors">;

/** The same database, its latency counted: statements by themselves, and transactions as a whole. */
export function measureDatabase(database: Database, { queries, queryErrors }: Needs): Database {
  const timed = async <T>(
    kind: "statement" | "transaction",
    work: () => Promise<T>,
  ): Promise<T> => {
    const end = queries.startTimer({ kind });
    try {
      return await work();
    } catch (error) {
      queryErrors.inc({ kind });
      throw error;
    } finally {
      end();
    }
  };
  return {
    ...database,
    query: (sql, parameters) => timed("statement", () => database.query(sql, parameters)),
    transaction: (work) => timed("transaction", () => database.transaction(work)),
  };
}
