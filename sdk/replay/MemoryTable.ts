import { lookups } from "./lookups.ts";
import { ReplayDefect } from "./ReplayDefect.ts";
import type { Row, RowKey } from "./replayTables.ts";
import type { TableDefinition } from "./tableDefinition.ts";

/** A row's primary key as maps take it. */
export type RowId = bigint | string;

function isEqual(left: unknown, right: unknown): boolean {
  if (right === null) return left === null || left === undefined;
  return left === right || String(left) === String(right);
}

function compare(left: unknown, right: unknown): number {
  return (left as bigint) < (right as bigint) ? -1 : Number((left as bigint) > (right as bigint));
}

/** One table whose rows lie in memory by their primary key, and by the columns that it is looked up by. */
export class MemoryTable {
  readonly rows = new Map<RowId, Row>();
  readonly definition: TableDefinition;
  readonly #name: string;
  readonly #indexes: ReadonlyMap<string, Map<unknown, Set<RowId>>>;

  constructor(name: string, definition: TableDefinition) {
    this.#name = name;
    this.definition = definition;
    this.#indexes = new Map((lookups[name] ?? []).map((column) => [column, new Map()]));
  }

  idOf(row: RowKey): RowId {
    const { key, columns } = this.definition;
    const [first = "", second] = key;
    if (second === undefined) {
      const value = row[first];
      return columns[first] === "integer" && typeof value !== "bigint"
        ? BigInt(String(value))
        : (value as RowId);
    }
    return key.map((column) => String(row[column])).join("\u0000");
  }

  set(id: RowId, row: Row | undefined): void {
    const before = this.rows.get(id);
    for (const [column, index] of this.#indexes) {
      if (before !== undefined) index.get(before[column])?.delete(id);
      const value = row?.[column];
      if (row === undefined || value === null || value === undefined) continue;
      const ids = index.get(value) ?? new Set();
      index.set(value, ids.add(id));
    }
    if (row === undefined) this.rows.delete(id);
    else this.rows.set(id, row);
  }

  where(values: Row): readonly Row[] {
    for (const [column, index] of this.#indexes) {
      if (values[column] === undefined || values[column] === null) continue;
      const ids: Iterable<RowId> = index.get(values[column]) ?? [];
      const rows = [...ids].map((id) => this.rows.get(id)).filter((row) => row !== undefined);
      const given = Object.entries(values);
      const found = rows.filter((row) => given.every(([name, value]) => isEqual(row[name], value)));
      return found.sort((left, right) => this.#order(left, right));
    }
    throw new ReplayDefect(`Table ${this.#name} is not looked up by ${Object.keys(values)}.`);
  }

  /** Rows in the order of their primary key: integers by value, text by bytes. */
  sorted(): Row[] {
    return [...this.rows.values()].sort((left, right) => this.#order(left, right));
  }

  #order(left: Row, right: Row): number {
    for (const column of this.definition.key) {
      const order = compare(left[column], right[column]);
      if (order !== 0) return order;
    }
    return 0;
  }
}
