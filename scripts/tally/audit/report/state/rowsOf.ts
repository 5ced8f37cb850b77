import type { ReportSource } from "../reportSource.ts";
import { Fields } from "./Fields.ts";

/** A table's rows, read by type, in the ascending order of what `keyOf` makes of them. */
export function rowsOf<Item>(
  source: ReportSource,
  table: string,
  read: (row: Fields) => Item,
  keyOf: (item: Item) => bigint | number | string,
): Item[] {
  const items: [bigint | number | string, Item][] = [];
  for (const row of source.rows(table)) {
    const item = read(new Fields(row, table));
    items.push([keyOf(item), item]);
  }
  // Texts are compared by code units: the order of no locale.
  items.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return items.map(([, item]) => item);
}
