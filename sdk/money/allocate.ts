import { MoneyError } from "../errors/MoneyError.ts";

/**
 * Divides a total in proportion to weights by cumulative floor: the parts up to the i-th add up to
 * `floor(total * W_i / W)`. The parts always add up to the total, each is within one minor unit of
 * its exact share, and no part exceeds its weight when the total doesn't exceed the weights' sum.
 *
 * @param total minor units, not negative
 * @param weights not negative; their order decides who gets the odd minor units
 * @throws MoneyError `money-negative`; `money-weights-empty` when a total above 0 has nowhere to go
 *
 * @example
 * import { allocate } from "@tallystick/sdk";
 *
 * allocate(100n, [1n, 1n, 1n]) // => [33n, 33n, 34n]
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n || weights.some((weight) => weight < 0n)) {
    throw new MoneyError("money-negative", "A division of money takes no negative figure.");
  }
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum === 0n) {
    if (total === 0n) return weights.map(() => 0n);
    throw new MoneyError(
      "money-weights-empty",
      `${total} minor units can't be divided among weights that add up to 0.`,
      { details: { total: total.toString() } },
    );
  }
  let cumulative = 0n;
  let given = 0n;
  return weights.map((weight) => {
    cumulative += weight;
    const upToHere = (total * cumulative) / sum;
    const part = upToHere - given;
    given = upToHere;
    return part;
  });
}
