import { mulAddUnsafe } from "@noble/curves/abstract/curve.js";
import { type GroupElement, ristretto } from "./ristretto.ts";

/** An element at one index of a shared polynomial. */
export type IndexedElement = { readonly index: number; readonly element: GroupElement };

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** Lagrange's weights as whole numbers over one denominator, which keeps them far shorter than scalars. */
function weightsAt(indexes: readonly number[], at: number) {
  const others = (own: number): bigint[] =>
    indexes.filter((index) => index !== own).map((index) => BigInt(index));
  const fractions = indexes.map((own) => ({
    above: others(own).reduce((product, index) => product * (BigInt(at) - index), 1n),
    below: others(own).reduce((product, index) => product * (BigInt(own) - index), 1n),
  }));
  const denominator = fractions.reduce((multiple, { below }) => {
    const absolute = below < 0n ? -below : below;
    return (multiple / greatestDivisor(multiple, absolute)) * absolute;
  }, 1n);
  const weights = fractions.map(({ above, below }) => (above * denominator) / below);
  return { weights, denominator };
}

/**
 * Interpolates in the exponent: `sum` is `denominator` times the element at index `at`. Whoever unblinds next divides by
 * both at once. Variable time, so for public elements only.
 *
 * @param elements at distinct indexes; as many as the polynomial has coefficients
 */
export function combineElements(
  elements: readonly IndexedElement[],
  at = 0,
): { readonly sum: GroupElement; readonly denominator: bigint } {
  const { weights, denominator } = weightsAt(
    elements.map(({ index }) => index),
    at,
  );
  const terms = elements
    .map(({ element }, place) => ({ element, weight: weights[place] ?? 0n }))
    .filter(({ weight }) => weight !== 0n);
  const sum = mulAddUnsafe(
    ristretto.Point,
    terms.map(({ element, weight }) => (weight < 0n ? element.negate() : element)),
    terms.map(({ weight }) => (weight < 0n ? -weight : weight)),
  );
  return { sum, denominator };
}
