const SERIAL_BITS = 32n;

/** The id of a certificate that a person typed as it is shown (receivable-serial) or in full; undefined if neither. */
export function certificateOf(text: string): string | undefined {
  const match = /^(\d{1,20})(?:\s*-\s*(\d{1,10}))?$/.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  if (match[2] === undefined) return match[1];
  return ((BigInt(match[1]) << SERIAL_BITS) | BigInt(match[2])).toString();
}
