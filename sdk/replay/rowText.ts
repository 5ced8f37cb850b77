import type { Row } from "./replayTables.ts";
import type { TableDefinition } from "./tableDefinition.ts";
import { valueText } from "./valueText.ts";

const encoder = new TextEncoder();
const sorted = new WeakMap<TableDefinition, [string, TableDefinition["columns"][string]][]>();
const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

function columnsOf(table: TableDefinition) {
  const known = sorted.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(table.columns).sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.set(table, columns);
  return columns;
}

function joined(table: TableDefinition, row: Row, lengthOf: (value: string) => number): string {
  let text = "";
  for (const [name, kind] of columnsOf(table)) {
    const value = valueText(kind, row[name]);
    text += value === undefined ? "-" : `${lengthOf(value)}:${value}`;
  }
  return text;
}

/**
 * A row's canonical text: its columns in ascending order of their names, each as `length:text` with the length in bytes
 * of UTF-8, or `-` when it is null. `docs/reference/projection.md` defines it to the byte.
 */
export function rowText(table: TableDefinition, row: Row): string {
  const text = joined(table, row, ({ length }) => length);
  // A length in code units is one in bytes unless some character isn't ASCII, which is rare.
  return isAscii(text) ? text : joined(table, row, (value) => encoder.encode(value).length);
}
