import { MoneyError } from "../errors/MoneyError.ts";

export type SplitBasisPointsReturnType = {
  /** floor(amount * basisPoints / 10,000), minor units */
  readonly part: bigint;
  /** what is left, minor units */
  readonly rest: bigint;
};

/**
 * Splits an amount at a share in basis points; both parts add up to the amount.
 *
 * @param amount minor units, not negative
 * @param basisPoints 0 to 10,000
 * @throws MoneyError `money-negative`, `money-basis-points-out-of-range`
 *
 * @example
 * import { splitBasisPoints } from "@tallystick/sdk";
 *
 * splitBasisPoints(101n, 5000n) // => { part: 50n, rest: 51n }
 */
export function splitBasisPoints(amount: bigint, basisPoints: bigint): SplitBasisPointsReturnType {
  if (amount < 0n) {
    throw new MoneyError("money-negative", "A share is taken of an amount that is not negative.");
  }
  if (basisPoints < 0n || basisPoints > 10_000n) {
    throw new MoneyError(
      "money-basis-points-out-of-range",
      `A share of ${basisPoints} basis points is not between 0 and 10,000.`,
      { details: { basisPoints: basisPoints.toString() } },
    );
  }
  const part = (amount * basisPoints) / 10_000n;
  return { part, rest: amount - part };
}
