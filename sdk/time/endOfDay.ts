import { ledgerOffset } from "./ledgerOffset.ts";
import { startOfDay } from "./startOfDay.ts";

/**
 * The last second of a civil day, by the ledger's clock. A due day ends with it: one second later
 * is after the due day.
 *
 * @param day days since 1970-01-01
 * @param offset seconds by which the ledger's day runs ahead of UTC
 * @returns seconds since 1970-01-01T00:00:00Z
 *
 * @example
 * import { dayOf, endOfDay } from "@tallystick/sdk";
 *
 * endOfDay(0) // => 57599
 * dayOf(endOfDay(20779) + 1) // => 20780
 */
export function endOfDay(day: number, offset: number = ledgerOffset): number {
  return startOfDay(day + 1, offset) - 1;
}
