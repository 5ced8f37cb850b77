import { plainJson } from "../json/plainJson.ts";
import type { Queryable } from "./database.ts";

/** Column name to SQL type, in the order of insertion; every row gives a value (or null) for each. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * Inserts any number of rows with one statement and one parameter, which is what keeps a projection batch cheap.
 * `tail` is what follows the source of rows, for instance `ON CONFLICT DO NOTHING RETURNING id`.
 */
export function insertRows<Row = Record<string, unknown>>(
  target: Queryable,
  table: string,
  columns: ColumnTypes,
  rows: readonly Readonly<Record<string, unknown>>[],
  tail = "",
): Promise<Row[]> {
  if (rows.length === 0) return Promise.resolve([]);
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const record = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  return target.query<Row>(
    `INSERT INTO ${table} (${names.join(", ")})
     SELECT ${names.join(", ")} FROM jsonb_to_recordset($1::jsonb) AS source(${record.join(", ")}) ${tail}`,
    [plainJson(rows)],
  );
}
