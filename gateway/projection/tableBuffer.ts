import type { Row, RowKey } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import { plainJson } from "../json/plainJson.ts";
import type { ProjectedTable } from "./readTables.ts";
import type { RowImage } from "./rowImage.ts";

interface Entry {
  /** Undefined when the table has no such row (any more). */
  row: Row | undefined;
  changed: boolean;
}

interface Image {
  readonly key: RowKey;
  row: Row | undefined;
}

/** The part of the row buffer that is one table's. */
export class TableBuffer {
  readonly entries = new Map<string, Entry>();
  readonly table: ProjectedTable;
  /** Whose changes these are; undefined while nothing has to be undone. */
  block: number | undefined;
  #images = new Map<number, Map<string, Image>>();
  /** Images of rows that were written unread; the table still has them until the next flush. */
  #unread = new Map<string, Image>();

  constructor(table: ProjectedTable) {
    this.table = table;
  }

  keyOf(row: RowKey): string {
    return this.table.primaryKey.map((column) => String(row[column])).join("\u0000");
  }

  set(key: RowKey, row: Row | undefined): void {
    const id = this.keyOf(key);
    if (this.block !== undefined) this.#remember(this.block, id, key);
    this.entries.set(id, { row, changed: true });
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

  /** Rows whose columns have these values, in the order of the primary key. What was changed must be flushed before. */
  where(transaction: Queryable, values: Row): Promise<Row[]> {
    const { name, primaryKey } = this.table;
    const given = Object.entries(values);
    const asked = given.filter(([, value]) => value !== null);
    const conditions = [
      ...asked.map(([column], index) => `"${column}" = $${index + 1}`),
      ...given.flatMap(([column, value]) => (value === null ? [`"${column}" IS NULL`] : [])),
    ];
    const order = primaryKey.map((column) => `"${column}"`).join(", ");
    return transaction.query<Row>(
      `SELECT * FROM projected.${name} WHERE ${conditions.join(" AND ")} ORDER BY ${order}`,
      asked.map(([, value]) => value),
    );
  }

  async flush(transaction: Queryable): Promise<void> {
    const changed = [...this.entries].filter(([, entry]) => entry.changed);
    if (changed.length === 0) return;
    await this.#readUnread(transaction);
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

  takeImages(): Map<number, RowImage[]> {
    const { name } = this.table;
    const taken = new Map(
      [...this.#images].map(([block, images]) => [
        block,
        [...images.values()].map(({ key, row }): RowImage => [name, key, row ?? null]),
      ]),
    );
    this.#images = new Map();
    return taken;
  }

  clear(): void {
    this.entries.clear();
    this.#images = new Map();
    this.#unread = new Map();
    this.block = undefined;
  }

  /** The first change of a row in a block keeps what the row was. */
  #remember(block: number, id: string, row: RowKey): void {
    const images = this.#images.get(block) ?? new Map<string, Image>();
    this.#images.set(block, images);
    if (images.has(id)) return;
    const key = Object.fromEntries(this.table.primaryKey.map((column) => [column, row[column]]));
    const known = this.entries.get(id);
    const image: Image = { key, row: known?.row };
    images.set(id, image);
    if (known === undefined) this.#unread.set(id, image);
  }

  async #readUnread(transaction: Queryable): Promise<void> {
    if (this.#unread.size === 0) return;
    const { name, primaryKey, columns } = this.table;
    const record = primaryKey.map((column) => `"${column}" ${columns[column]}`).join(", ");
    const on = primaryKey.map((column) => `t."${column}" = asked."${column}"`).join(" AND ");
    const rows = await transaction.query<Row>(
      `SELECT t.* FROM projected.${name} t JOIN jsonb_to_recordset($1::jsonb) AS asked(${record}) ON ${on}`,
      [plainJson([...this.#unread.values()].map(({ key }) => key))],
    );
    for (const row of rows) {
      const image = this.#unread.get(this.keyOf(row));
      if (image !== undefined) image.row = row;
    }
    this.#unread = new Map();
  }

  async #delete(transaction: Queryable, ids: readonly string[]): Promise<void> {
    const { name, primaryKey } = this.table;
    for (const id of ids) {
      const where = primaryKey.map((column, index) => `"${column}" = $${index + 1}`).join(" AND ");
      await transaction.query(`DELETE FROM projected.${name} WHERE ${where}`, id.split("\u0000"));
    }
  }
}
