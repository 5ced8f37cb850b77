import { TimeError } from "../errors/TimeError.ts";

/** 9999-12-31, the last day that `YYYY-MM-DD` can write. */
const lastDay = 2_932_896;

/**
 * The civil date of a day number.
 *
 * @param day days since 1970-01-01
 * @returns `YYYY-MM-DD`
 * @throws TimeError `time-not-a-day-number`
 *
 * @example
 * import { dayToCivilDate } from "@tallystick/sdk";
 *
 * dayToCivilDate(20779) // => "2026-11-22"
 */
export function dayToCivilDate(day: number | bigint): string {
  const number = Number(day);
  if (!Number.isInteger(number) || number < 0 || number > lastDay) {
    throw new TimeError(
      "time-not-a-day-number",
      `${day} is not a day number from 1970-01-01 to 9999-12-31.`,
      { details: { day: String(day) } },
    );
  }
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
