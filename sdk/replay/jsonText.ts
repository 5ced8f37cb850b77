/** Shorter names come first, then by bytes; names of Solidity are ASCII, so a code unit is a byte. */
function inOrder([left]: [string, unknown], [right]: [string, unknown]): number {
  return left.length - right.length || (left < right ? -1 : 1);
}

/** JSON as PostgreSQL's `jsonb` writes it; integers of any size are decimal strings. */
export function jsonText(value: unknown): string {
  if (typeof value === "bigint") return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(inOrder);
  return `{${members.map(([name, item]) => `${JSON.stringify(name)}: ${jsonText(item)}`).join(", ")}}`;
}
