import type { ReplayTables, Row, RowKey } from "../replayTables.ts";

/** Changes a row, or makes it from its defaults first. */
export async function changeOrPut(
  transaction: ReplayTables,
  table: string,
  key: RowKey,
  defaults: Row,
  changes: (current: Row) => Row,
): Promise<void> {
  const current = (await transaction.find(table, key)) ?? { ...key, ...defaults };
  transaction.put(table, { ...current, ...changes(current) });
}
