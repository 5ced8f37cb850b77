import type { Queryable } from "../database/database.ts";
import type { ColumnTypes } from "../database/insertRows.ts";

/** A table of schema `projected` as the database describes it. */
export interface ProjectedTable {
  readonly name: string;
  readonly columns: ColumnTypes;
  /** Column names of the primary key, in its order. */
  readonly primaryKey: readonly string[];
}

interface ColumnRow {
  table_name: string;
  column_name: string;
  type: string;
  key_position: number | null;
}

const columnsSql = `
  SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS type,
         array_position(i.indkey::int2[], a.attnum) AS key_position
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'projected'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relkind = 'r' AND c.relname NOT IN ('migration', 'recent_block')
  ORDER BY c.relname, a.attnum`;

/** All tables whose rows events make, and the checkpoint, by name. What undoes recent blocks is no content. */
export async function readTables(database: Queryable): Promise<Map<string, ProjectedTable>> {
  const rows = await database.query<ColumnRow>(columnsSql);
  const tables = new Map<string, ProjectedTable>();
  for (const [name, columns] of Map.groupBy(rows, (row) => row.table_name)) {
    const key = columns.filter((column) => column.key_position !== null);
    key.sort((a, b) => Number(a.key_position) - Number(b.key_position));
    tables.set(name, {
      name,
      columns: Object.fromEntries(columns.map((column) => [column.column_name, column.type])),
      primaryKey: key.map((column) => column.column_name),
    });
  }
  return tables;
}
