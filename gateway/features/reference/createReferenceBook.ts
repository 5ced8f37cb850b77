import { createBatcher } from "../../batching/createBatcher.ts";
import type { Database } from "../../database/database.ts";
import { insertRows } from "../../database/insertRows.ts";
import type { Reference } from "./referenceField.ts";

/** Writes the texts behind digests down, so that people see them again; known ones stay as they are. */
export type ReferenceBook = (references: readonly Reference[]) => Promise<void>;

const columns = { digest: "text", text: "text" } as const;

/**
 * A book whose concurrent writers share their statements. Writing a text twice changes nothing, so that it needs no
 * transaction with the answer: call it once the ledger took the digest.
 */
export function createReferenceBook(database: Database): ReferenceBook {
  const write = createBatcher(async (lists: readonly (readonly Reference[])[]) => {
    const rows = lists
      .flat()
      .flatMap(({ digest, text }) => (text === undefined ? [] : [{ digest, text }]));
    await insertRows(database, "local.reference", columns, rows, "ON CONFLICT DO NOTHING");
    return lists.map(() => undefined);
  });
  return (references) => write(references);
}
