import { jsonText } from "./jsonText.ts";
import type { ColumnKind } from "./tableDefinition.ts";

/** A column's value as text, as `docs/reference/projection.md` defines it; undefined for null. */
export function valueText(kind: ColumnKind, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (kind === "json") return jsonText(value);
  if (kind === "integers") return `[${(value as readonly unknown[]).join(", ")}]`;
  if (value instanceof Date) return String(Math.floor(value.getTime() / 1000));
  return String(value);
}
