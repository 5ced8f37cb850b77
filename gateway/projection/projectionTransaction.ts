import type { Queryable } from "../database/database.ts";

/** A whole row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** The primary key's columns of a row. */
export type RowKey = Readonly<Record<string, unknown>>;

/**
 * What an `apply` writes through. Rows are collected and written with one statement per table and batch; tables are
 * named without their schema, and each must have a primary key. `query` first writes what was collected, so it sees it,
 * at the price of a smaller batch: prefer the other verbs.
 */
export interface ProjectionTransaction extends Queryable {
  /** Writes a whole row, new or not; columns that are absent become null. */
  put(table: string, row: Row): void;
  /** Changes some columns of a row that must exist. */
  change(table: string, key: RowKey, changes: Row | ((current: Row) => Row)): Promise<void>;
  find(table: string, key: RowKey): Promise<Row | undefined>;
  remove(table: string, key: RowKey): void;
}
