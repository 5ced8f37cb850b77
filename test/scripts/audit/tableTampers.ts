import { type ColumnKind, tableDefinitions } from "@tallystick/sdk";
import type { Queryable } from "../../../gateway/database/database.ts";

type Random = () => number;
/** Changes rows of a projected table; answers whether it now holds anything else. */
type Tamper = (target: Queryable, table: string, random: Random) => Promise<boolean>;

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Another value of a column's kind, as SQL. */
const others: Readonly<Record<ColumnKind, (column: string) => string>> = {
  integer: (column) => `coalesce(${column}, 0) + 1`,
  boolean: (column) => `NOT coalesce(${column}, false)`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  instant: (column) => `coalesce(${column}, now()) + interval '1 second'`,
  day: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  integers: (column) => `array_append(coalesce(${column}, '{}'), 7)`,
  json: (column) => `jsonb_build_object('was', ${column})`,
};

async function rowOf(target: Queryable, table: string, random: Random): Promise<string> {
  const rows = await target.query<{ ctid: string }>(`SELECT ctid::text FROM projected.${table}`);
  return pick(random, rows)?.ctid ?? "";
}

/** Drops what keeps a row from being wrong: whoever tampers with a database does so as well. */
async function unfetter(target: Queryable, table: string): Promise<void> {
  const checks = await target.query<{ conname: string }>(
    `SELECT conname FROM pg_constraint WHERE conrelid = 'projected.${table}'::regclass AND contype = 'c'`,
  );
  for (const { conname } of checks) {
    await target.query(`ALTER TABLE projected.${table} DROP CONSTRAINT "${conname}"`);
  }
}

/** Ways in which rows may be changed behind a projector's back. */
export const tableTampers: Readonly<Record<string, Tamper>> = {
  async edited(target, table, random) {
    const { key = [], columns = {} } = tableDefinitions[table] ?? {};
    const free = Object.entries(columns).filter(([name]) => !key.includes(name));
    const [column = "", kind = "text"] = pick(random, free) ?? [];
    if (column === "") return false;
    await unfetter(target, table);
    const row = await rowOf(target, table, random);
    const value = others[kind](`"${column}"`);
    await target.query(
      `UPDATE projected.${table} SET "${column}" = ${value} WHERE ctid = $1::tid`,
      [row],
    );
    return true;
  },
  async deleted(target, table, random) {
    const row = await rowOf(target, table, random);
    await target.query(`DELETE FROM projected.${table} WHERE ctid = $1::tid`, [row]);
    return true;
  },
  /** Two rows with each other's content; their keys stay. */
  async exchanged(target, table) {
    const { key = [], columns = {} } = tableDefinitions[table] ?? {};
    const others = Object.keys(columns).filter((name) => !key.includes(name));
    const list = others.map((name) => `"${name}"`).join(", ");
    const order = key.map((name) => `"${name}"`).join(", ");
    const rows = await target.query<{ ctid: string; content: string }>(
      `SELECT ctid::text, (ROW(${list}))::text AS content FROM projected.${table} ORDER BY ${order} LIMIT 2`,
    );
    const [one, two] = rows;
    if (one === undefined || two === undefined || one.content === two.content) return false;
    const set = others.map((name) => `"${name}" = other."${name}"`).join(", ");
    await target.query(
      `UPDATE projected.${table} t SET ${set} FROM (SELECT ctid AS place, * FROM projected.${table}) other
       WHERE (t.ctid = $1::tid AND other.place = $2::tid) OR (t.ctid = $2::tid AND other.place = $1::tid)`,
      [one.ctid, two.ctid],
    );
    return true;
  },
  async truncated(target, table) {
    await target.query(`TRUNCATE projected.${table}`);
    return true;
  },
};
