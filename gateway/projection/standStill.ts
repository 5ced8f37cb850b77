import type { Database, Queryable } from "../database/database.ts";
import type { Projector } from "./projector.ts";

/**
 * Reads schema `projected` as of one block, for as long as it takes. PostgreSQL keeps a snapshot while it goes on; PGlite
 * has one connection, so there the projector, which alone writes the schema, waits instead, and everybody else does not.
 */
export function standStill<T>(
  { database, projector }: { readonly database: Database; readonly projector: Projector },
  work: (target: Queryable) => Promise<T>,
): Promise<T> {
  if (database.engine === "pglite") return projector.holdStill(() => work(database));
  return database.transaction(async (transaction) => {
    await transaction.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    return work(transaction);
  });
}
