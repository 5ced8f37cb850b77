const YEAR_DAYS = 360n;

/** What an amount kept back from a face comes to a year, as percent with two decimals; a dash once it is due. */
export function annualRate(minor: bigint, face: bigint, days: number): string {
  if (days <= 0 || face === 0n) return "–";
  const divisor = face * BigInt(days);
  const basisPoints = (minor * 10_000n * YEAR_DAYS + divisor / 2n) / divisor;
  return `${basisPoints / 100n}.${(basisPoints % 100n).toString().padStart(2, "0")} %`;
}
