import { ledgerOffset } from "./ledgerOffset.ts";

/**
 * The first second of a civil day, by the ledger's clock.
 *
 * @param day days since 1970-01-01
 * @param offset seconds by which the ledger's day runs ahead of UTC
 * @returns seconds since 1970-01-01T00:00:00Z
 *
 * @example
 * import { startOfDay } from "@tallystick/sdk";
 *
 * startOfDay(1) // => 57600
 */
export function startOfDay(day: number, offset: number = ledgerOffset): number {
  return day * 86_400 - offset;
}
