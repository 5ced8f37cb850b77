const MINUTE_MS = 60_000;

/** Now as the person's own clock shows it, for an input of date and time. */
export function localNow(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS);
  return local.toISOString().slice(0, 16);
}
