import { TimeError } from "../errors/TimeError.ts";

const isoPattern = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const slashPattern = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/;

/**
 * Reads a civil date written `YYYY-MM-DD` or `M/D/YYYY` (month first) into `YYYY-MM-DD`. Days that
 * don't exist, such as 31 February, two-digit years, times of day and years before 1970 (which no
 * day number on chain can say) are refused.
 *
 * @throws TimeError `time-not-a-date`
 *
 * @example
 * import { parseCivilDate } from "@tallystick/sdk";
 *
 * parseCivilDate("1/26/2013") // => "2013-01-26"
 * parseCivilDate("2024-02-29") // => "2024-02-29"
 */
export function parseCivilDate(text: string): string {
  const groups = (isoPattern.exec(text) ?? slashPattern.exec(text))?.groups;
  const { year = "", month = "", day = "" } = groups ?? {};
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // Date.parse moves 31 February into March, so the way back must give the same day.
  if (Number.isNaN(time) || time < 0 || new Date(time).toISOString().slice(0, 10) !== date) {
    const shown = text.slice(0, 40);
    throw new TimeError(
      "time-not-a-date",
      `"${shown}" is not a date from 1970 on, written YYYY-MM-DD or M/D/YYYY.`,
      { details: { text: shown } },
    );
  }
  return date;
}
