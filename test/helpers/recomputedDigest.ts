import { createHash } from "node:crypto";
import type { ProjectedTable } from "../../gateway/projection/readTables.ts";

type Row = Readonly<Record<string, unknown>>;

/** JSON as PostgreSQL's jsonb writes it: keys by length, then by bytes. */
function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value).map((name) => Buffer.from(name));
    names.sort((a, b) => a.length - b.length || a.compare(b));
    const members = names.map((name) => {
      const member = (value as Row)[name.toString()];
      return `${JSON.stringify(name.toString())}: ${jsonbText(member)}`;
    });
    return `{${members.join(", ")}}`;
  }
  return JSON.stringify(value);
}

function textOf(value: unknown, type: string): string {
  if (type === "jsonb") return jsonbText(value);
  if (Array.isArray(value)) return `[${value.map(String).join(", ")}]`;
  if (value instanceof Date) return String(value.getTime() / 1_000);
  return String(value);
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "string" && typeof right === "string")
    return Buffer.from(left).compare(Buffer.from(right));
  return Number(left) < Number(right) ? -1 : Number(Number(left) > Number(right));
}

/** A table's digest as docs/reference/projection.md defines it, made of rows alone, as an auditor would. */
export function recomputedDigest({ columns, primaryKey }: ProjectedTable, rows: readonly Row[]) {
  const sorted = [...rows].sort((left, right) => {
    for (const column of primaryKey) {
      const order = compare(left[column], right[column]);
      if (order !== 0) return order;
    }
    return 0;
  });
  const table = createHash("sha256");
  for (const row of sorted) {
    const texts = Object.keys(columns)
      .sort()
      .map((column) => {
        const value = row[column];
        if (value === null || value === undefined) return "-";
        const text = textOf(value, columns[column] ?? "");
        return `${Buffer.byteLength(text)}:${text}`;
      });
    table.update(createHash("sha256").update(texts.join("")).digest());
  }
  return table.digest("hex");
}
