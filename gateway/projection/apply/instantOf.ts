/** Block time or another moment in seconds, as a column takes it. */
export function instantOf(seconds: bigint): Date {
  return new Date(Number(seconds) * 1000);
}
