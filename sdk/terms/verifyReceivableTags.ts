import { TermsError } from "../errors/TermsError.ts";
import type { TagSources } from "../tags/TagSources.ts";
import { unblindedTagSources } from "../tags/unblindedTagSources.ts";
import { earlierTags } from "./earlierTags.ts";
import type { InvoiceDocument } from "./invoiceDocument.ts";
import { invoiceUses } from "./invoiceUses.ts";
import type { ReceivableTerms } from "./terms.ts";

type Tagged = Pick<ReceivableTerms, "invoices" | "earlier" | "epoch" | "amount">;

/** That the terms' tags under earlier epochs are those of the same invoices. */
async function verifyEarlierTags(
  { earlier }: Tagged,
  invoices: readonly InvoiceDocument[],
  tagSources: TagSources,
): Promise<void> {
  const epochs = earlier.map(({ epoch }) => epoch);
  for (const [place, { epoch, tags }] of (
    await earlierTags(invoices, tagSources, epochs)
  ).entries()) {
    const stated = earlier[place]?.tags ?? [];
    const index = tags.findIndex((tag, at) => stated[at]?.toLowerCase() !== tag.toLowerCase());
    if (index === -1 && stated.length === tags.length) continue;
    const details = { index, epoch, number: invoices[index]?.number ?? "" };
    const sentence = `Under key epoch ${epoch} the terms use another invoice than number "${details.number}".`;
    throw new TermsError("terms-tag-differs", sentence, { details });
  }
}

/**
 * That terms are made of exactly these invoices, by recomputing every tag from the documents. Whoever signs terms does
 * this first; the SDK's signing functions and `receivables.confirm` do it by themselves.
 *
 * @param invoices the documents, in the order of the terms
 * @param tagSources who knows the tags' keys; epoch 0, unblinded, by default
 * @throws TermsError which says the first difference; IdentityError for an invoice that can't be identified; TagError
 * for tags that can't be made
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
  terms: Tagged,
  invoices: readonly InvoiceDocument[],
  tagSources: TagSources = unblindedTagSources,
): Promise<void> {
  if (terms.invoices.length !== invoices.length) {
    const sentence = `The terms use ${terms.invoices.length} invoices, and ${invoices.length} are at hand.`;
    throw new TermsError("terms-invoices-differ", sentence);
  }
  const uses = await invoiceUses(invoices, tagSources.at(terms.epoch));
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
  await verifyEarlierTags(terms, invoices, tagSources);
}
