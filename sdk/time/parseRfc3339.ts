import { TimeError } from "../errors/TimeError.ts";
import { parseCivilDate } from "./parseCivilDate.ts";

const pattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.0+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/**
 * Reads an RFC 3339 time from 1970 on. The ledger counts whole seconds, so a fraction other than
 * zero and a leap second are refused.
 *
 * @returns seconds since 1970-01-01T00:00:00Z
 * @throws TimeError `time-not-a-time`, `time-not-a-date`
 *
 * @example
 * import { parseRfc3339 } from "@tallystick/sdk";
 *
 * parseRfc3339("2026-11-22T22:47:18+08:00") // => 1795358838
 */
export function parseRfc3339(text: string): number {
  const match = pattern.exec(text);
  const [, date, hours, minutes, seconds, sign, offsetHours = "0", offsetMinutes = "0"] =
    match ?? [];
  if (date !== undefined) {
    const local = Date.parse(`${parseCivilDate(date)}T${hours}:${minutes}:${seconds}Z`) / 1000;
    const offset = Number(offsetHours) * 3600 + Number(offsetMinutes) * 60;
    const timestamp = sign === "-" ? local + offset : local - offset;
    if (timestamp >= 0) return timestamp;
  }
  const shown = text.slice(0, 40);
  throw new TimeError(
    "time-not-a-time",
    `"${shown}" is not an RFC 3339 time in whole seconds from 1970 on.`,
    { details: { text: shown } },
  );
}
