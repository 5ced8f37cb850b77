import { canonicalInvoiceIdentity } from "../tags/canonicalInvoiceIdentity.ts";
import type { TagSources } from "../tags/TagSources.ts";
import type { InvoiceDocument } from "./invoiceDocument.ts";
import type { EarlierTags } from "./terms.ts";

/**
 * Tags of the same invoices under earlier key epochs: an invoice that was used under one of them can't be used again.
 *
 * @param invoices the documents, in the order of the terms
 * @param epochs earlier key epochs, ascending
 * @throws IdentityError for an invoice that can't be identified; TagError for an epoch whose key isn't known
 *
 * @example
 * import { earlierTags, invoiceUses, unblindedTagSources } from "@tallystick/sdk";
 *
 * const invoices = [{ sellerId: { scheme: "local", id: "acme" }, number: "17", face: 500_00n }];
 * const [{ tags }] = await earlierTags(invoices, unblindedTagSources, [0]);
 * const [{ tag }] = await invoiceUses(invoices);
 * tags[0] === tag // => true
 */
export async function earlierTags(
  invoices: readonly InvoiceDocument[],
  tagSources: TagSources,
  epochs: readonly number[],
): Promise<readonly EarlierTags[]> {
  const identities = invoices.map((invoice) => canonicalInvoiceIdentity(invoice));
  return Promise.all(
    epochs.map(async (epoch) => {
      const source = tagSources.at(epoch);
      return { epoch, tags: await Promise.all(identities.map((each) => source.tagOf(each))) };
    }),
  );
}
