/**
 * What of a quantity may vanish naturally under a loss standard, rounded down.
 *
 * @param quantity count of the unit
 * @param lossBasisPoints loss standard
 *
 * @example
 * import { naturalLoss } from "@tallystick/sdk";
 *
 * naturalLoss(10_050n, 50) // => 50n
 */
export function naturalLoss(quantity: bigint, lossBasisPoints: number): bigint {
  return (quantity * BigInt(lossBasisPoints)) / 10_000n;
}
