import type { TagSources } from "../tags/TagSources.ts";
import type { InvoiceDocument } from "../terms/invoiceDocument.ts";
import type { ReceivableTerms } from "../terms/terms.ts";

/** What a secured party has in hand of a receivable that it takes in pledge. */
export type PledgedDocuments = {
  /** Terms of the receivable, from `receivables.getTerms`. */
  readonly terms: ReceivableTerms;
  /** The documents that it saw, in the order of the terms. */
  readonly invoices: readonly InvoiceDocument[];
  /** Who knows the tags' keys; epoch 0, unblinded, by default. */
  readonly tagSources?: TagSources | undefined;
};
