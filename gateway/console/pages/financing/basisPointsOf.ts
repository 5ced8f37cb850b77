/** Basis points of a percentage that a person typed, or undefined while it is none. */
export function basisPointsOf(text: string): bigint | undefined {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  return BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
}
