const one = 10n ** 18n;

/** Writes a number that `parseDecimal` read, with two decimals or as many as it needs. */
export function formatDecimal(value: bigint): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % one).toString().padStart(18, "0").replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${magnitude / one}.${fraction.padEnd(2, "0")}`;
}
