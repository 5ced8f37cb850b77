import { ProjectionDefect } from "./projectionDefect.ts";
import type { ProjectedTable } from "./readTables.ts";

const asIs = new Set(["smallint", "integer", "bigint", "boolean"]);

/** Text of a column's value that every PostgreSQL writes alike, whatever its settings. */
function valueSql(column: string, type: string): string {
  const name = `t."${column}"`;
  if (type === "text") return name;
  if (asIs.has(type) || /^numeric\(\d+,0\)$/.test(type) || type === "jsonb") return `${name}::text`;
  if (type === "timestamp with time zone") return `extract(epoch FROM ${name})::int8::text`;
  if (type === "date") return `to_char(${name}, 'YYYY-MM-DD')`;
  if (type === "bigint[]" || type === "text[]") return `to_jsonb(${name})::text`;
  throw new ProjectionDefect(`No digest is defined for column ${column} of type ${type}.`);
}

/**
 * SQL for a row's canonical text: its columns in ascending order of their names, each as `length:text` with the length in
 * bytes of UTF-8, or `-` when it is null. `docs/reference/projection.md` defines it to the byte.
 */
export function canonicalRowSql({ columns }: ProjectedTable): string {
  const names = Object.keys(columns).sort();
  const parts = names.map((name) => {
    const value = valueSql(name, columns[name] ?? "");
    return `coalesce(octet_length(${value})::text || ':' || ${value}, '-')`;
  });
  return parts.join(" || ");
}
