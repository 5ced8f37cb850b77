import { dayOf, dayToCivilDate } from "@tallystick/sdk";

const second = () => Math.floor(Date.now() / 1000);

/** Civil dates as the ledger counts them: its day ends at UTC+8. */
export const ledgerDay = {
  /** The ledger's date, `days` from now. */
  date: (days = 0): string => dayToCivilDate(dayOf(second()) + days),
  /** The ledger's date at an instant, RFC 3339. */
  of: (instant: string): string => dayToCivilDate(dayOf(Math.floor(Date.parse(instant) / 1000))),
  /** The last moment of a civil date, RFC 3339. */
  end: (date: string): string => new Date(`${date}T23:59:59+08:00`).toISOString(),
  /** Whole days from the ledger's today to a date. */
  until: (date: string): number =>
    Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) - dayOf(second()),
} as const;
