/** Bytes that a field lies at in its word, counted from the lowest, and how many. */
export type WordField = readonly [offset: number, length: number];

/** A field of a packed storage word, as a number. */
export function fieldOf(word: bigint, [offset, length]: WordField): bigint {
  return (word >> BigInt(offset * 8)) & (2n ** BigInt(length * 8) - 1n);
}
