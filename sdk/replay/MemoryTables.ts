import { HistoryTable } from "./HistoryTable.ts";
import { historyTables } from "./historyTables.ts";
import { MemoryTable } from "./MemoryTable.ts";
import { ReplayDefect } from "./ReplayDefect.ts";
import { RowChanges } from "./RowChanges.ts";
import { RowHash } from "./RowHash.ts";
import type { ReplayTables, Row, RowKey } from "./replayTables.ts";
import { tableDefinitions } from "./tableDefinitions.ts";

/** Which rows of tables to which rows are only added stay in memory; none without it. */
export type KeepRow = (table: string, row: Row) => boolean;

/**
 * The ledger's tables in memory. Rows of live tables lie there one by one; of history tables only a hash is kept, and the rows that
 * `keep` names.
 */
export class MemoryTables implements ReplayTables {
  readonly hash: RowHash;
  readonly live: ReadonlyMap<string, MemoryTable>;
  readonly history: ReadonlyMap<string, HistoryTable>;
  /** What was written since somebody cleared it. */
  readonly changes = new RowChanges();
  readonly #keep: KeepRow;

  private constructor(hash: RowHash, history: Map<string, HistoryTable>, keep: KeepRow) {
    const names = Object.entries(tableDefinitions).filter(([name]) => !historyTables.has(name));
    this.hash = hash;
    this.live = new Map(names.map(([name, table]) => [name, new MemoryTable(name, table)]));
    this.history = history;
    this.#keep = keep;
  }

  static async create(keep: KeepRow = () => false): Promise<MemoryTables> {
    const hash = await RowHash.create();
    const history = new Map<string, HistoryTable>();
    for (const name of historyTables) {
      const definition = tableDefinitions[name];
      if (definition === undefined) throw new ReplayDefect(`There is no table ${name}.`);
      history.set(name, new HistoryTable(name, definition, await RowHash.create(), hash));
    }
    return new MemoryTables(hash, history, keep);
  }

  /** Rows of a table; of a history table those that were kept. */
  rows(name: string): Iterable<Row> {
    return this.history.get(name)?.kept ?? this.#table(name).rows.values();
  }

  /** A row as it is now. */
  row(name: string, key: RowKey): Row | undefined {
    const table = this.#table(name);
    return table.rows.get(table.idOf(key));
  }

  put(name: string, row: Row): void {
    const history = this.history.get(name);
    if (history === undefined) {
      this.#set(name, row, row);
      return;
    }
    history.add(row);
    if (this.#keep(name, row)) history.kept.push(row);
    this.changes.add(name, String(row[history.definition.key[0] ?? ""]), undefined, row);
  }

  /** Puts a row of a checkpoint back: of a history table one that was kept. */
  restore(name: string, row: Row): void {
    const history = this.history.get(name);
    if (history === undefined) this.#set(name, row, row);
    else history.kept.push(row);
  }

  remove(name: string, key: RowKey): void {
    this.#set(name, key, undefined);
  }

  find(name: string, key: RowKey): Promise<Row | undefined> {
    return Promise.resolve(this.row(name, key));
  }

  change(name: string, key: RowKey, changes: Row | ((current: Row) => Row)): Promise<void> {
    const current = this.row(name, key);
    if (current === undefined) {
      const values = Object.values(key).join(", ");
      return Promise.reject(new ReplayDefect(`Table ${name} has no row ${values} to change.`));
    }
    const changed = typeof changes === "function" ? changes(current) : changes;
    this.#set(name, key, { ...current, ...changed });
    return Promise.resolve();
  }

  rowsWhere(name: string, values: Row): Promise<readonly Row[]> {
    return Promise.resolve(this.where(name, values));
  }

  /** What `rowsWhere` answers, at once. */
  where(name: string, values: Row): readonly Row[] {
    return this.#table(name).where(values);
  }

  #table(name: string): MemoryTable {
    const table = this.live.get(name);
    if (table === undefined) throw new ReplayDefect(`There is no live table ${name}.`);
    return table;
  }

  #set(name: string, key: RowKey, row: Row | undefined): void {
    const table = this.#table(name);
    const id = table.idOf(key);
    this.changes.add(name, id, table.rows.get(id), row);
    table.set(id, row);
  }
}
