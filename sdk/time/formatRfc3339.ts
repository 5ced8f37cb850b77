import { TimeError } from "../errors/TimeError.ts";

/** 9999-12-31T23:59:59Z, the last second that RFC 3339 can write. */
const lastSecond = 253_402_300_799;

/**
 * Writes a moment as RFC 3339 in UTC.
 *
 * @param timestamp seconds since 1970-01-01T00:00:00Z
 * @throws TimeError `time-not-a-time`
 *
 * @example
 * import { formatRfc3339 } from "@tallystick/sdk";
 *
 * formatRfc3339(1795358838n) // => "2026-11-22T14:47:18Z"
 */
export function formatRfc3339(timestamp: number | bigint): string {
  const seconds = Number(timestamp);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > lastSecond) {
    throw new TimeError("time-not-a-time", `${timestamp} is not a time in whole seconds.`, {
      details: { timestamp: String(timestamp) },
    });
  }
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
