/** The value that `share` (0 to 1) of all values don't exceed, of values in any order. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const place = Math.ceil(sorted.length * share) - 1;
  return sorted[Math.min(Math.max(place, 0), sorted.length - 1)] ?? Number.NaN;
}
