import { TermsError } from "../errors/TermsError.ts";
import type { TagSource } from "../tags/TagSource.ts";
import { unblindedTagSource } from "../tags/unblindedTagSource.ts";
import type { InvoiceDocument } from "./invoiceDocument.ts";
import { invoiceUses } from "./invoiceUses.ts";
import type { ReceivableTerms } from "./terms.ts";

/**
 * That terms are made of exactly these invoices, by recomputing every tag from the documents. Whoever signs terms does
 * this first; the SDK's signing functions and `receivables.confirm` do it by themselves.
 *
 * @param invoices the documents, in the order of the terms
 * @param tagSource who knows the tags' key; epoch 0, unblinded, by default
 * @throws TermsError which says the first difference; IdentityError for an invoice that can't be identified
 *
 * @example
 * import { verifyReceivableTags } from "@tallystick/sdk";
 *
 * const { terms, invoices } = await scene.registered();
 * await verifyReceivableTags(terms, invoices);
 * const [invoice] = invoices;
 * const other = [{ ...invoice, number: "another one" }];
 * const refused = await verifyReceivableTags(terms, other).catch((error) => error);
 * refused.code // => "terms-tag-differs"
 */
export async function verifyReceivableTags(
  terms: Pick<ReceivableTerms, "invoices" | "epoch" | "amount">,
  invoices: readonly InvoiceDocument[],
  tagSource: TagSource = unblindedTagSource,
): Promise<void> {
  if (BigInt(terms.epoch) !== tagSource.epoch) {
    const sentence = `The terms' tags are of key epoch ${terms.epoch}, not ${tagSource.epoch}.`;
    throw new TermsError("terms-epoch-differs", sentence);
  }
  if (terms.invoices.length !== invoices.length) {
    const sentence = `The terms use ${terms.invoices.length} invoices, and ${invoices.length} are at hand.`;
    throw new TermsError("terms-invoices-differ", sentence);
  }
  const uses = await invoiceUses(invoices, tagSource);
  for (const [index, { tag, face, used }] of uses.entries()) {
    const stated = terms.invoices[index];
    const details = { index, number: invoices[index]?.number ?? "" };
    if (stated?.tag.toLowerCase() !== tag.toLowerCase()) {
      const sentence = `The terms use another invoice than number "${details.number}".`;
      throw new TermsError("terms-tag-differs", sentence, { details });
    }
    if (stated.face !== face || stated.used !== used) {
      const sentence = `The terms state another amount of invoice "${details.number}" than is at hand.`;
      throw new TermsError("terms-amount-differs", sentence, { details });
    }
  }
  if (uses.reduce((sum, { used }) => sum + used, 0n) !== terms.amount) {
    const sentence = "The invoices' used parts do not add up to the receivable's amount.";
    throw new TermsError("terms-amount-differs", sentence);
  }
}
