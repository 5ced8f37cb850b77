import { type Batcher, createBatcher } from "../../batching/createBatcher.ts";
import type { Queryable } from "../../database/database.ts";

/**
 * Reads that callers of the same moment share: requests whose writes were in one block ask for their rows together. Each
 * query begins after everyone in it asked, so everyone sees what was written before.
 */
export function shareReads<Item, Result>(
  read: (database: Queryable, items: readonly Item[]) => Promise<readonly Result[]>,
): (database: Queryable, item: Item) => Promise<Result> {
  const readers = new WeakMap<Queryable, Batcher<Item, Result>>();
  return (database, item) => {
    const known = readers.get(database);
    if (known !== undefined) return known(item);
    const reader = createBatcher((items: readonly Item[]) => read(database, items));
    readers.set(database, reader);
    return reader(item);
  };
}
