import { ledgerOffset } from "./ledgerOffset.ts";

/**
 * The civil day at a moment, by the ledger's clock.
 *
 * @param timestamp seconds since 1970-01-01T00:00:00Z
 * @param offset seconds by which the ledger's day runs ahead of UTC
 * @returns days since 1970-01-01
 *
 * @example
 * import { dayOf } from "@tallystick/sdk";
 *
 * dayOf(57599) // => 0
 * dayOf(57600) // => 1
 */
export function dayOf(timestamp: number | bigint, offset: number = ledgerOffset): number {
  return Math.floor((Number(timestamp) + offset) / 86_400);
}
