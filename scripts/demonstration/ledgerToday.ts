import { dayOf, dayToCivilDate } from "@tallystick/sdk";

/** The ledger's civil date, `days` from today. */
export function ledgerToday(days = 0): string {
  return dayToCivilDate(dayOf(Math.floor(Date.now() / 1000)) + days);
}
