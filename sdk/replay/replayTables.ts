/** A whole row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** The primary key's columns of a row. */
export type RowKey = Readonly<Record<string, unknown>>;

/**
 * The tables that events are folded into: maps in memory for an auditor, a buffer over SQL for a gateway. Numbers of the
 * ledger are `bigint` in rows, moments are `Date`, days `YYYY-MM-DD`.
 */
export interface ReplayTables {
  /** Writes a whole row, new or not; columns that are absent become null. */
  put(table: string, row: Row): void;
  /** Changes some columns of a row that must exist. */
  change(table: string, key: RowKey, changes: Row | ((current: Row) => Row)): Promise<void>;
  find(table: string, key: RowKey): Promise<Row | undefined>;
  remove(table: string, key: RowKey): void;
  /**
   * Rows whose columns have these values (null: none), in the order of their primary key. One of the columns must be
   * declared as looked up by, in `lookups`, so that no event costs a walk through a table.
   */
  rowsWhere(table: string, values: Row): Promise<readonly Row[]>;
}
