import type { Queryable } from "../../database/database.ts";
import { insertRows } from "../../database/insertRows.ts";
import type { Reference } from "./referenceField.ts";

/** Writes the texts behind digests down, so that people see them again; known ones stay as they are. */
export async function recordReferences(
  transaction: Queryable,
  references: readonly Reference[],
): Promise<void> {
  const rows = references.flatMap(({ digest, text }) =>
    text === undefined ? [] : [{ digest, text }],
  );
  const columns = { digest: "text", text: "text" };
  await insertRows(transaction, "local.reference", columns, rows, "ON CONFLICT DO NOTHING");
}
