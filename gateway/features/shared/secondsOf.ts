/** Block time in seconds of an RFC 3339 instant; parts of a second are cut off. */
export function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
