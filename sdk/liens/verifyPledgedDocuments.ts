import { TermsError } from "../errors/TermsError.ts";
import { verifyReceivableTags } from "../terms/verifyReceivableTags.ts";
import type { PledgedAsset } from "./pledgedAsset.ts";
import type { PledgedDocuments } from "./pledgedDocuments.ts";

/**
 * That a certificate which is taken in pledge stands on exactly these invoices, by recomputing their tags. Goods have no
 * invoices.
 *
 * @throws TermsError
 */
export async function verifyPledgedDocuments(
  asset: PledgedAsset,
  documents: PledgedDocuments | undefined,
): Promise<void> {
  if (asset !== "certificate") return;
  if (documents === undefined) {
    const sentence =
      "A certificate is taken in pledge only with the receivable's invoices in hand.";
    throw new TermsError("terms-invoices-differ", sentence);
  }
  await verifyReceivableTags(documents.terms, documents.invoices, documents.tagSources);
}
