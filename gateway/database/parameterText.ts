import { parameterValue } from "./parameterValue.ts";

function element(value: unknown): string {
  if (value === null) return "NULL";
  if (Array.isArray(value)) return arrayText(value);
  return `"${String(value).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(element).join(",")}}`;
}

/** A parameter as PostgreSQL reads it in text, null, or bytes as they are; the server infers its type from the statement. */
export function parameterText(value: unknown): string | Uint8Array | null {
  const plain = parameterValue(value);
  if (plain === null || plain instanceof Uint8Array) return plain;
  if (Array.isArray(plain)) return arrayText(plain);
  return typeof plain === "object" ? JSON.stringify(plain) : String(plain);
}
