import type { TermsError } from "../../errors/TermsError.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { TagSources } from "../../tags/TagSources.ts";
import type { InvoiceDocument } from "../../terms/invoiceDocument.ts";
import type { ReceivableTerms } from "../../terms/terms.ts";
import { termsStruct } from "../../terms/termsStruct.ts";
import { verifyReceivableTags } from "../../terms/verifyReceivableTags.ts";

export type ConfirmParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** Its terms, as they were registered. */
  readonly terms: ReceivableTerms;
  /** The documents themselves, in the order of the terms. */
  readonly invoices: readonly InvoiceDocument[];
  /** Block time in seconds until which the creditor may accept; at most 30 days ahead. */
  readonly acceptBy: number;
  /** Who knows the tags' keys; epoch 0, unblinded, by default. */
  readonly tagSources?: TagSources | undefined;
};

export type ConfirmReturnType = WriteReturnType;

export type ConfirmErrorType = LedgerErrorType | TermsError;

/**
 * Confirms a receivable, by an account of its obligor: its limit and the invoices are reserved. The tags are recomputed
 * from the documents first, so that nobody confirms another invoice than it has seen.
 *
 * @throws TermsError when the documents are not those of the terms; LedgerError `Receivables...`, `Claims...` or
 * `Members...` when the ledger refuses
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { receivable, terms, invoices } = await scene.registered();
 * const acceptBy = (await scene.now()) + 86_400;
 * await receivables.confirm(obligor, { receivable, terms, invoices, acceptBy });
 * (await receivables.get(obligor, { receivable })).state // => "confirmed"
 */
export async function confirm(
  ledger: Ledger,
  parameters: ConfirmParameters,
): Promise<ConfirmReturnType> {
  const { receivable, terms, invoices, acceptBy, tagSources } = parameters;
  await verifyReceivableTags(terms, invoices, tagSources);
  const { written } = await writeContract(
    ledger,
    "receivables",
    "confirm",
    parameters,
    (contract, ref) =>
      contract.confirm.populateTransaction(receivable, termsStruct(terms), acceptBy, ref),
  );
  return written;
}
