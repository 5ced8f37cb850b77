import type { Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import { ProjectionDefect } from "./projectionDefect.ts";
import type { ProjectionTransaction, Row, RowKey } from "./projectionTransaction.ts";
import type { ProjectedTable } from "./readTables.ts";

/** Rows that the projector has read or written, kept across batches because nobody else writes them. */
export interface RowBuffer {
  /** The face that `apply` functions get, bound to one open transaction. */
  within(transaction: Queryable): ProjectionTransaction;
  /** Writes every changed row. */
  flush(transaction: Queryable): Promise<void>;
  /** Forgets everything: after a rollback, or when someone else moved the checkpoint. */
  clear(): void;
}

interface Entry {
  /** Undefined when the table has no such row (any more). */
  row: Row | undefined;
  changed: boolean;
}

// Enough for the rows that a busy minute touches; memory stays in tens of megabytes.
const MAXIMUM_ROWS = 20_000;

class TableBuffer {
  readonly entries = new Map<string, Entry>();
  readonly table: ProjectedTable;

  constructor(table: ProjectedTable) {
    this.table = table;
  }

  keyOf(row: RowKey): string {
    return this.table.primaryKey.map((column) => String(row[column])).join("\u0000");
  }

  set(key: RowKey, row: Row | undefined): void {
    this.entries.set(this.keyOf(key), { row, changed: true });
  }

  async find(transaction: Queryable, key: RowKey): Promise<Row | undefined> {
    const id = this.keyOf(key);
    const known = this.entries.get(id);
    if (known !== undefined) return known.row;
    const { name, primaryKey } = this.table;
    const where = primaryKey.map((column, index) => `"${column}" = $${index + 1}`).join(" AND ");
    const values = primaryKey.map((column) => key[column]);
    const [row] = await transaction.query<Row>(
      `SELECT * FROM projected.${name} WHERE ${where}`,
      values,
    );
    this.entries.set(id, { row, changed: false });
    return row;
  }

  async flush(transaction: Queryable): Promise<void> {
    const changed = [...this.entries].filter(([, entry]) => entry.changed);
    if (changed.length === 0) return;
    const { name, columns, primaryKey } = this.table;
    const rows = changed.flatMap(([, entry]) => (entry.row === undefined ? [] : [entry.row]));
    const others = Object.keys(columns).filter((column) => !primaryKey.includes(column));
    const update = others.map((column) => `"${column}" = excluded."${column}"`).join(", ");
    const conflict = primaryKey.map((column) => `"${column}"`).join(", ");
    await this.#delete(
      transaction,
      changed.filter(([, entry]) => entry.row === undefined).map(([id]) => id),
    );
    await insertRows(
      transaction,
      `projected.${name}`,
      columns,
      rows,
      `ON CONFLICT (${conflict}) DO ${update === "" ? "NOTHING" : `UPDATE SET ${update}`}`,
    );
    for (const [, entry] of changed) entry.changed = false;
  }

  async #delete(transaction: Queryable, ids: readonly string[]): Promise<void> {
    const { name, primaryKey } = this.table;
    for (const id of ids) {
      const where = primaryKey.map((column, index) => `"${column}" = $${index + 1}`).join(" AND ");
      await transaction.query(`DELETE FROM projected.${name} WHERE ${where}`, id.split("\u0000"));
    }
  }
}

class ProjectedRowBuffer implements RowBuffer {
  readonly #tables: Map<string, TableBuffer>;

  constructor(tables: Iterable<ProjectedTable>) {
    this.#tables = new Map([...tables].map((table) => [table.name, new TableBuffer(table)]));
  }

  #table(name: string): TableBuffer {
    const table = this.#tables.get(name);
    if (table === undefined || table.table.primaryKey.length === 0) {
      throw new ProjectionDefect(`Schema projected has no table "${name}" with a primary key.`);
    }
    return table;
  }

  within(transaction: Queryable): ProjectionTransaction {
    return {
      query: async (sql, parameters) => {
        await this.flush(transaction);
        return transaction.query(sql, parameters);
      },
      put: (name, row) => this.#table(name).set(row, row),
      remove: (name, key) => this.#table(name).set(key, undefined),
      find: (name, key) => this.#table(name).find(transaction, key),
      change: async (name, key, changes) => {
        const table = this.#table(name);
        const current = await table.find(transaction, key);
        if (current === undefined) {
          throw new ProjectionDefect(`Table ${name} has no row ${table.keyOf(key)} to change.`);
        }
        const changed = typeof changes === "function" ? changes(current) : changes;
        table.set(key, { ...current, ...changed });
      },
    };
  }

  async flush(transaction: Queryable): Promise<void> {
    let rows = 0;
    for (const table of this.#tables.values()) {
      await table.flush(transaction);
      rows += table.entries.size;
    }
    if (rows > MAXIMUM_ROWS) this.clear();
  }

  clear(): void {
    for (const table of this.#tables.values()) table.entries.clear();
  }
}

/** A buffer over the given tables of schema `projected`. */
export function createRowBuffer(tables: Iterable<ProjectedTable>): RowBuffer {
  return new ProjectedRowBuffer(tables);
}
