import { ReplayDefect } from "./ReplayDefect.ts";
import type { RowHash } from "./RowHash.ts";
import type { Row } from "./replayTables.ts";
import { rowText } from "./rowText.ts";
import type { TableDefinition } from "./tableDefinition.ts";

/** One table to which rows are only added: what is kept of it is a hash, however long it becomes. */
export class HistoryTable {
  readonly definition: TableDefinition;
  /** Rows that whoever made the table wants to keep. */
  readonly kept: Row[] = [];
  readonly #name: string;
  readonly #stream: RowHash;
  readonly #hash: RowHash;
  count = 0;
  #last = "";

  constructor(name: string, definition: TableDefinition, stream: RowHash, hash: RowHash) {
    this.#name = name;
    this.definition = definition;
    this.#stream = stream;
    this.#hash = hash;
    stream.begin();
  }

  /** @throws ReplayDefect when the row's key is not above the last one's */
  add(row: Row): void {
    const key = String(row[this.definition.key[0] ?? ""]);
    if (key <= this.#last) {
      throw new ReplayDefect(`Table ${this.#name} gets row ${key} after ${this.#last}.`);
    }
    this.#last = key;
    this.count += 1;
    this.#stream.add(this.#hash.of(rowText(this.definition, row)));
  }

  digest(): string {
    return this.#stream.digest();
  }

  save() {
    return { rows: this.count, last: this.#last, state: this.#stream.save() };
  }

  load({ rows, last, state }: ReturnType<HistoryTable["save"]>): void {
    this.count = rows;
    this.#last = last;
    this.#stream.load(state);
  }
}
