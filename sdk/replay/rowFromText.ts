import { ReplayDefect } from "./ReplayDefect.ts";
import type { Row } from "./replayTables.ts";
import type { ColumnKind, TableDefinition } from "./tableDefinition.ts";

const [dash, colon] = ["-".charCodeAt(0), ":".charCodeAt(0)];

function readValue(kind: ColumnKind, text: string): unknown {
  if (kind === "integer") return BigInt(text);
  if (kind === "boolean") return text === "true";
  if (kind === "instant") return new Date(Number(text) * 1000);
  if (kind === "json") return JSON.parse(text);
  if (kind === "integers") return text === "[]" ? [] : text.slice(1, -1).split(", ").map(BigInt);
  return text;
}

/**
 * The row of a canonical text. Integers come back as `bigint`, and integers in JSON as the decimal strings that they are there.
 *
 * @throws ReplayDefect for a text that is none of this table
 */
export function rowFromText(table: TableDefinition, text: string): Row {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const row: Record<string, unknown> = {};
  let at = 0;
  for (const name of Object.keys(table.columns).sort()) {
    const kind = table.columns[name] ?? "text";
    if (bytes[at] === dash) {
      row[name] = null;
      at += 1;
      continue;
    }
    const end = bytes.indexOf(colon, at);
    const length = end < 0 ? Number.NaN : Number(decoder.decode(bytes.subarray(at, end)));
    if (!Number.isSafeInteger(length)) throw new ReplayDefect(`No row: ${text.slice(0, 80)}`);
    at = end + 1 + length;
    row[name] = readValue(kind, decoder.decode(bytes.subarray(end + 1, at)));
  }
  if (at !== bytes.length) throw new ReplayDefect(`No row: ${text.slice(0, 80)}`);
  return row;
}
