import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Quote } from "./quote.ts";
import { quoteDigest } from "./quoteDigest.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type QuoteAcceptanceTypedDataParameters = SignedUntil & {
  readonly quote: Quote;
  /** Unused nonce of the holder. */
  readonly nonce: bigint;
};

/**
 * What a holder signs to take a quote.
 *
 * @example
 * import { quoteAcceptanceTypedData, quoteDigest } from "@tallystick/sdk";
 *
 * const { quote } = await scene.quote();
 * const message = { quote, nonce: 1n, deadline: 2_000_000_000, epoch: 1 };
 * const { value } = quoteAcceptanceTypedData(deployment, message);
 * value.quote === quoteDigest(quote) // => true
 */
export function quoteAcceptanceTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { quote, nonce, deadline, epoch }: QuoteAcceptanceTypedDataParameters,
): TypedData {
  const value = { quote: quoteDigest(quote), nonce, deadline, epoch };
  return typedDataOf(deployment, "quoteAcceptance", value);
}
