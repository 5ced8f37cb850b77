// Longer than this an endpoint can't put itself off: it would be forgotten without anybody having paused it.
const LONGEST_MS = 3_600_000;

/** Milliseconds that a Retry-After header asks for: seconds, or an HTTP date (RFC 9110 section 10.2.3). */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  if (Number.isNaN(wanted)) return undefined;
  return Math.min(Math.max(wanted, 0), LONGEST_MS);
}
