/** End of the year 9999: later times are 40 bits on the ledger, and PostgreSQL doesn't read their RFC 3339 form. */
const LAST_SECOND = 253_402_300_799n;

/** Block time or another moment in seconds, as a column takes it; "for ever" is the end of the year 9999. */
export function instantOf(seconds: bigint): Date {
  return new Date(Number(seconds < LAST_SECOND ? seconds : LAST_SECOND) * 1000);
}
