import { SettlementError } from "../errors/SettlementError.ts";
import { allocate } from "../money/allocate.ts";

/**
 * What each position is paid in a settlement run: with T the live total, P what was paid and C_i
 * the cumulative value, `floor(P*C_i/T) - floor(P*C_(i-1)/T)`. The shares add up to P and none
 * exceeds its position's value.
 *
 * @param values live values in ascending serial order, minor units
 * @param paid P, at most the sum of the values; an excess never reaches a run
 * @throws SettlementError `settlement-negative`, `settlement-overpaid`
 *
 * @example
 * import { settlementShares } from "@tallystick/sdk";
 *
 * settlementShares([300n, 300n, 400n], 500n) // => [150n, 150n, 200n]
 * settlementShares([1n, 1n, 1n], 2n) // => [0n, 1n, 1n]
 */
export function settlementShares(values: readonly bigint[], paid: bigint): bigint[] {
  if (paid < 0n || values.some((value) => value < 0n)) {
    throw new SettlementError("settlement-negative", "A settlement takes no negative figure.");
  }
  const total = values.reduce((left, right) => left + right, 0n);
  if (paid > total) {
    throw new SettlementError(
      "settlement-overpaid",
      `A run pays at most the live total ${total}, not ${paid}.`,
      { details: { total: total.toString(), paid: paid.toString() } },
    );
  }
  return allocate(paid, values);
}
