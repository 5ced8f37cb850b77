import { ReplayDefect } from "../ReplayDefect.ts";
import type { ReplayTables, Row, RowKey } from "../replayTables.ts";

/** A row that earlier events must have made. */
export async function existing(
  transaction: ReplayTables,
  table: string,
  key: RowKey,
): Promise<Row> {
  const row = await transaction.find(table, key);
  if (row !== undefined) return row;
  throw new ReplayDefect(`Table ${table} has no row ${Object.values(key).join(", ")}.`);
}
