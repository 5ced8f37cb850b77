import { ProjectionDefect } from "../projectionDefect.ts";
import type { ProjectionTransaction, Row, RowKey } from "../projectionTransaction.ts";

/** A row that earlier events must have made. */
export async function existing(
  transaction: ProjectionTransaction,
  table: string,
  key: RowKey,
): Promise<Row> {
  const row = await transaction.find(table, key);
  if (row !== undefined) return row;
  throw new ProjectionDefect(`Table ${table} has no row ${Object.values(key).join(", ")}.`);
}
