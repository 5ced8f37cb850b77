import { discountQuote } from "@tallystick/sdk";

/** What a financier decides of a quote. */
export interface QuotePrice {
  readonly face: bigint;
  readonly annualBasisPoints: bigint;
  readonly days: number;
  /** Share of the interest that the obligor bears. */
  readonly obligorBasisPoints: bigint;
  readonly fee: bigint;
}

/** The whole legs of a quote; undefined when discount and fee leave nothing to pay. */
export function quoteLegs({ fee, ...price }: QuotePrice) {
  try {
    const { face, principal, discount, obligorInterest } = discountQuote(price);
    return principal > fee
      ? { face, principal: principal - fee, discount, fee, obligorInterest }
      : undefined;
  } catch {
    return undefined;
  }
}
