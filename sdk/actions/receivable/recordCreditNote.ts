import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RecordCreditNoteParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** Number of the invoice in its terms, from 0. */
  readonly invoice: number;
  /** What the note takes off the invoice, minor units. */
  readonly amount: bigint;
  /** Fingerprint of the note under the key epoch of the terms, 32 bytes in hex. */
  readonly noteTag: string;
  /** Digest of the note, 32 bytes in hex; zero by default. */
  readonly documentDigest?: string | undefined;
};

export type RecordCreditNoteReturnType = WriteReturnType;

export type RecordCreditNoteErrorType = LedgerErrorType;

/**
 * Records a credit note that an invoice of a receivable got, by its creditor or a registrar: less of the invoice
 * exists. It is recorded whatever follows; where more of the invoice is used than is left, nothing that uses it is
 * financed or pledged any more.
 *
 * @throws LedgerError `ClaimsCreditTooLarge`, `ClaimsCreditKnown` or another one when the ledger refuses
 *
 * @example
 * import { canonicalInvoiceIdentity, claims, receivables, unblindedTag } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.issued({ face: 1_000_00n });
 * const sellerId = { scheme: "local", id: "supplier" };
 * const noteTag = unblindedTag(canonicalInvoiceIdentity({ sellerId, number: "CN-1" }));
 * const note = { receivable, invoice: 0, amount: 300_00n, noteTag };
 * await receivables.recordCreditNote(supplier, note);
 * const [{ tag }] = terms.invoices;
 * (await claims.getTally(bank, { tag })).exists // => 700_00n
 */
export async function recordCreditNote(
  ledger: Ledger,
  parameters: RecordCreditNoteParameters,
): Promise<RecordCreditNoteReturnType> {
  const { receivable, invoice, amount, noteTag, documentDigest = ZeroHash } = parameters;
  const { written } = await writeContract(
    ledger,
    "receivables",
    "recordCreditNote",
    parameters,
    (contract, ref) =>
      contract.recordCreditNote.populateTransaction(
        receivable,
        invoice,
        amount,
        noteTag,
        documentDigest,
        ref,
      ),
  );
  return written;
}
