import { TermsError } from "../errors/TermsError.ts";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { TagSources } from "../tags/TagSources.ts";
import type { InvoiceDocument } from "../terms/invoiceDocument.ts";
import type { ReceivableTerms } from "../terms/terms.ts";
import { termsDigest } from "../terms/termsDigest.ts";
import { verifyReceivableTags } from "../terms/verifyReceivableTags.ts";
import type { Quote } from "./quote.ts";
import { quoteStruct } from "./quoteStruct.ts";
import type { TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type QuoteTypedDataParameters = {
  readonly quote: Quote;
  /** Terms of the receivable, from `receivables.getTerms`. */
  readonly terms: ReceivableTerms;
  /** The documents that the financier saw, in the order of the terms. */
  readonly invoices: readonly InvoiceDocument[];
  /** Who knows the tags' keys; epoch 0, unblinded, by default. */
  readonly tagSources?: TagSources | undefined;
};

/**
 * What a financier signs to quote. The tags are recomputed from the documents first, and the quote's `termsDigest` is
 * checked against the terms: a quote covers what the financier has seen.
 *
 * @throws TermsError when the documents are not those of the terms, or the quote names other terms
 *
 * @example
 * import { quoteTypedData } from "@tallystick/sdk";
 *
 * const { quote, terms, invoices } = await scene.quote();
 * const { value } = await quoteTypedData(deployment, { quote, terms, invoices });
 * value.token === quote.certificate // => true
 */
export async function quoteTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { quote, terms, invoices, tagSources }: QuoteTypedDataParameters,
): Promise<TypedData> {
  await verifyReceivableTags(terms, invoices, tagSources);
  if (quote.termsDigest.toLowerCase() !== termsDigest(terms)) {
    const sentence = "The quote names other terms than those of the receivable.";
    throw new TermsError("terms-digest-differs", sentence);
  }
  return typedDataOf(deployment, "quote", quoteStruct(quote));
}
