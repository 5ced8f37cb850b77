import { naturalLoss } from "./naturalLoss.ts";

/** What decides how much may leave; `warehouses.getLot` gives it. */
export type LotStock = {
  /** Quantity of live receipts. */
  readonly live: bigint;
  /** Goods. */
  readonly measured: bigint;
  readonly lossBasisPoints: number;
  readonly short: boolean;
};

export type GateOutRange = { readonly least: bigint; readonly most: bigint };

/**
 * How much of the goods may leave for a part of the live receipts. Of a lot that isn't short: all of it less natural
 * loss at least, and at most what leaves the others covered. Of a short one: at most its share. Counts of the unit.
 *
 * @param quantity of receipts that ends, at most `live`
 *
 * @example
 * import { gateOutRange } from "@tallystick/sdk";
 *
 * const lot = { live: 8_000n, measured: 10_000n, lossBasisPoints: 50, short: false };
 * gateOutRange(lot, 1_000n) // => { least: 995n, most: 1_000n }
 * gateOutRange({ ...lot, measured: 4_000n, short: true }, 1_000n) // => { least: 0n, most: 500n }
 */
export function gateOutRange(lot: LotStock, quantity: bigint): GateOutRange {
  const { live, measured, lossBasisPoints, short } = lot;
  if (short) return { least: 0n, most: live === 0n ? 0n : (quantity * measured) / live };
  const kept = (quantity * BigInt(lossBasisPoints) + 9_999n) / 10_000n;
  const rest = live - quantity;
  const spare = measured + naturalLoss(rest, lossBasisPoints) - rest;
  return { least: quantity - kept, most: spare < quantity ? spare : quantity };
}
