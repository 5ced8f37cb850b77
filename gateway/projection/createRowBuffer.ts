import { lookups, type ReplayTables, type RowKey } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";
import { ProjectionDefect } from "./projectionDefect.ts";
import type { ProjectedTable } from "./readTables.ts";
import type { RowImage } from "./rowImage.ts";
import { TableBuffer } from "./tableBuffer.ts";

/** Rows that the projector has read or written, kept across batches because nobody else writes them. */
export interface RowBuffer {
  /** The face that `apply` functions get, bound to one open transaction. */
  within(transaction: Queryable): ReplayTables;
  /** From now on changes belong to this block, and rows are remembered as they were before it; undefined: not any more. */
  beginBlock(block: number | undefined): void;
  /** Writes every changed row. */
  flush(transaction: Queryable): Promise<void>;
  /** What was remembered since the last time, by block. Complete after a flush. */
  takeImages(): Map<number, RowImage[]>;
  /** Forgets everything: after a rollback, or when someone else moved the checkpoint. */
  clear(): void;
}

// Enough for the rows that a busy minute touches; memory stays in tens of megabytes.
const MAXIMUM_ROWS = 20_000;

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

  within(transaction: Queryable): ReplayTables {
    return {
      rowsWhere: async (name, values) => {
        if (lookups[name]?.some((column) => column in values) !== true) {
          throw new ProjectionDefect(`Table ${name} is not looked up by ${Object.keys(values)}.`);
        }
        await this.flush(transaction);
        return this.#table(name).where(transaction, values);
      },
      put: (name, row) => this.#table(name).set(row, row),
      remove: (name, key) => this.#table(name).set(key, undefined),
      find: (name, key) => this.#table(name).find(transaction, key),
      change: async (name, key: RowKey, changes) => {
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

  beginBlock(block: number | undefined): void {
    for (const table of this.#tables.values()) table.block = block;
  }

  async flush(transaction: Queryable): Promise<void> {
    let rows = 0;
    for (const table of this.#tables.values()) {
      await table.flush(transaction);
      rows += table.entries.size;
    }
    if (rows > MAXIMUM_ROWS) for (const table of this.#tables.values()) table.entries.clear();
  }

  takeImages(): Map<number, RowImage[]> {
    const images = new Map<number, RowImage[]>();
    for (const table of this.#tables.values()) {
      for (const [block, ofTable] of table.takeImages()) {
        images.set(block, [...(images.get(block) ?? []), ...ofTable]);
      }
    }
    return images;
  }

  clear(): void {
    for (const table of this.#tables.values()) table.clear();
  }
}

/** A buffer over the given tables of schema `projected`. */
export function createRowBuffer(tables: Iterable<ProjectedTable>): RowBuffer {
  return new ProjectedRowBuffer(tables);
}
