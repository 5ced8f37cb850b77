import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { TagSources } from "../tags/TagSources.ts";
import type { InvoiceDocument } from "../terms/invoiceDocument.ts";
import type { ReceivableTerms } from "../terms/terms.ts";
import { termsDigest } from "../terms/termsDigest.ts";
import { verifyReceivableTags } from "../terms/verifyReceivableTags.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type ConfirmationTypedDataParameters = SignedUntil & {
  readonly terms: ReceivableTerms;
  /** The documents themselves, in the order of the terms. */
  readonly invoices: readonly InvoiceDocument[];
  /** Block time in seconds until which the creditor may accept. */
  readonly acceptBy: number;
  /** Who knows the tags' keys; epoch 0, unblinded, by default. */
  readonly tagSources?: TagSources | undefined;
};

/**
 * What an obligor signs to confirm a receivable. The tags are recomputed from the documents first.
 *
 * @throws TermsError when the documents are not those of the terms
 *
 * @example
 * import { confirmationTypedData, termsDigest } from "@tallystick/sdk";
 *
 * const { terms, invoices } = await scene.registered();
 * const acceptBy = 2_000_000_000;
 * const message = { terms, invoices, acceptBy, deadline: acceptBy, epoch: 1 };
 * const { value } = await confirmationTypedData(deployment, message);
 * value.termsDigest === termsDigest(terms) // => true
 */
export async function confirmationTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  parameters: ConfirmationTypedDataParameters,
): Promise<TypedData> {
  const { terms, invoices, acceptBy, deadline, epoch, tagSources } = parameters;
  await verifyReceivableTags(terms, invoices, tagSources);
  const value = { termsDigest: termsDigest(terms), acceptBy, deadline, epoch };
  return typedDataOf(deployment, "confirmation", value);
}
