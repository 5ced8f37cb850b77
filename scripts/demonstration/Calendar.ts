import { dayOf, dayToCivilDate } from "@tallystick/sdk";

const DAY_MS = 86_400_000;

/**
 * Days of the demonstration, counted from when its ledger was made: a seed that was cut off and goes on later sends the
 * same bodies under the same keys.
 */
export class Calendar {
  readonly #beganMs: number;

  constructor(began: string) {
    this.#beganMs = Date.parse(began);
  }

  /** The ledger's civil date, `days` from its first. */
  date(days = 0): string {
    return dayToCivilDate(dayOf(Math.floor(this.#beganMs / 1000)) + days);
  }

  /** RFC 3339 of the same time of day, `days` from the ledger's first. */
  instant(days = 0): string {
    return new Date(this.#beganMs + days * DAY_MS).toISOString();
  }
}
