/** A parameter in the form that both PGlite and pg send unchanged. */
export function parameterValue(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(parameterValue);
  return value;
}
