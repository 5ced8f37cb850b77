import { SettlementError } from "../errors/SettlementError.ts";

export type SettlementShareParameters = {
  /** P, what the run pays in all, minor units. */
  readonly paid: bigint;
  /** T, the live total that the run fixed when it opened, minor units. */
  readonly total: bigint;
  /** C_(i-1), the value of all positions with a lower serial, minor units. */
  readonly cumulativeBefore: bigint;
  /** The position's value, minor units. */
  readonly value: bigint;
};

/**
 * One position's share of a settlement run, without knowing the others: what `settlementShares`
 * answers for it.
 *
 * @throws SettlementError `settlement-negative`, `settlement-overpaid`
 *
 * @example
 * import { settlementShare } from "@tallystick/sdk";
 *
 * settlementShare({ paid: 500n, total: 1000n, cumulativeBefore: 600n, value: 400n }) // => 200n
 */
export function settlementShare(parameters: SettlementShareParameters): bigint {
  const { paid, total, cumulativeBefore, value } = parameters;
  if (paid < 0n || total < 0n || cumulativeBefore < 0n || value < 0n) {
    throw new SettlementError("settlement-negative", "A settlement takes no negative figure.");
  }
  if (paid > total || cumulativeBefore + value > total) {
    throw new SettlementError(
      "settlement-overpaid",
      `Neither what a run pays nor what its positions are worth exceeds its total ${total}.`,
      { details: { total: total.toString(), paid: paid.toString() } },
    );
  }
  if (total === 0n) return 0n;
  return (paid * (cumulativeBefore + value)) / total - (paid * cumulativeBefore) / total;
}
