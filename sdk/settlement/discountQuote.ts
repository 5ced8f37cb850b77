import { SettlementError } from "../errors/SettlementError.ts";
import { splitBasisPoints } from "../money/splitBasisPoints.ts";
import { interestAct360 } from "./interestAct360.ts";

export type DiscountQuoteParameters = {
  /** What falls due, minor units. */
  readonly face: bigint;
  /** Rate a year. */
  readonly annualBasisPoints: bigint;
  /** From the value date to the due day. */
  readonly days: number;
  /** The share of the interest that the obligor signed to bear; 0 unless given. */
  readonly obligorBasisPoints?: bigint;
};

/** Integer legs of a quote, minor units: face = principal + discount. */
export type DiscountQuoteReturnType = {
  readonly face: bigint;
  /** What the financier pays the holder. */
  readonly principal: bigint;
  /** Interest that the holder bears, kept from the face. */
  readonly discount: bigint;
  /** Interest that the obligor bears, an instruction of its own. */
  readonly obligorInterest: bigint;
};

/**
 * Prices a financing by discount: interest on the face (ACT/360, rounded half up once), of which
 * the obligor bears its share rounded down and the holder the rest.
 *
 * @throws SettlementError `settlement-negative`, `settlement-days-invalid`;
 *   `settlement-discount-too-high` when the discount leaves no principal
 * @throws MoneyError `money-basis-points-out-of-range`
 *
 * @example
 * import { discountQuote } from "@tallystick/sdk";
 *
 * const quote = discountQuote({ face: 1000000n, annualBasisPoints: 360n, days: 90 });
 * quote // => { face: 1000000n, principal: 991000n, discount: 9000n, obligorInterest: 0n }
 */
export function discountQuote(parameters: DiscountQuoteParameters): DiscountQuoteReturnType {
  const { face, annualBasisPoints, days, obligorBasisPoints = 0n } = parameters;
  const interest = interestAct360({ principal: face, annualBasisPoints, days });
  const { part: obligorInterest, rest: discount } = splitBasisPoints(interest, obligorBasisPoints);
  if (discount >= face) {
    throw new SettlementError(
      "settlement-discount-too-high",
      `A discount of ${discount} leaves nothing of a face of ${face}.`,
      { details: { face: face.toString(), discount: discount.toString() } },
    );
  }
  return { face, principal: face - discount, discount, obligorInterest };
}
