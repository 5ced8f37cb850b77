import type { Row } from "../replayTables.ts";

/** A row's integer, 0 without a row or without a value. */
export function amountOf(row: Row | undefined, column: string): bigint {
  const value = row?.[column];
  return value === undefined || value === null ? 0n : BigInt(value as bigint | number | string);
}
