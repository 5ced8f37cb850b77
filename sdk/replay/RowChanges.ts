import type { RowId } from "./MemoryTable.ts";
import type { ReplayEvent } from "./replayEvent.ts";
import type { Row } from "./replayTables.ts";

/** A row that was written: as it was before the first time, as it is, and the event that wrote it last. */
export type RowChange = {
  readonly before: Row | undefined;
  after: Row | undefined;
  event: ReplayEvent | undefined;
};

/** Rows that were written since the last `clear`, by table; each one once. */
export class RowChanges {
  readonly #tables = new Map<string, Map<RowId, RowChange>>();
  /** Whose changes these are. */
  event: ReplayEvent | undefined;

  add(table: string, id: RowId, before: Row | undefined, after: Row | undefined): void {
    const rows = this.#tables.get(table) ?? new Map<RowId, RowChange>();
    const known = rows.get(id);
    if (known === undefined) rows.set(id, { before, after, event: this.event });
    else {
      known.after = after;
      known.event = this.event;
    }
    this.#tables.set(table, rows);
  }

  of(table: string): Iterable<RowChange> {
    return this.#tables.get(table)?.values() ?? [];
  }

  find(table: string, id: RowId): RowChange | undefined {
    return this.#tables.get(table)?.get(id);
  }

  clear(): void {
    this.event = undefined;
    for (const rows of this.#tables.values()) if (rows.size > 0) rows.clear();
  }
}
