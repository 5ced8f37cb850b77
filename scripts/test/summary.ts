import type { Counts } from "./sumCounts.ts";

/** The last line of a test run, on standard output alone; the exit code says the same. */
export function summary({ passed, failed, skipped }: Counts): void {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (failed > 0) process.exitCode = 1;
}
