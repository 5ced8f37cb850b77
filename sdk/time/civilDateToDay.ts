import { parseCivilDate } from "./parseCivilDate.ts";

/**
 * The day number of a civil date: days since 1970-01-01, as contracts count them.
 *
 * @param date `YYYY-MM-DD`, or any form that `parseCivilDate` reads
 * @throws TimeError `time-not-a-date`
 *
 * @example
 * import { civilDateToDay } from "@tallystick/sdk";
 *
 * civilDateToDay("1970-01-02") // => 1
 * civilDateToDay("2026-11-22") // => 20779
 */
export function civilDateToDay(date: string): number {
  return Date.parse(`${parseCivilDate(date)}T00:00:00Z`) / 86_400_000;
}
