import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type IssueParameters = WriteParameters & {
  /** Number of the lot. */
  readonly lot: number;
  /** Member that deposited the goods, a supplier. */
  readonly depositor: number;
  /** Count of the location's unit. */
  readonly quantity: bigint;
  /** Digest of the terms (`receiptTermsDigest`), 32 bytes in hex. */
  readonly terms: string;
};

export type IssueReturnType = WriteReturnType & {
  /** Token id of the new receipt. */
  readonly receipt: bigint;
  /** Token id of the custodian's spent position above it, which the terms belong to. */
  readonly root: bigint;
};

export type IssueErrorType = LedgerErrorType;

/**
 * Issues a receipt over goods that were measured, by an account of the location's custodian.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts, receiptTermsDigest } from "@tallystick/sdk";
 *
 * const { lot } = await scene.warehouse.counted({ quantity: 10_000n });
 * const terms = receiptTermsDigest(scene.warehouse.terms({ quantity: 8_000n }));
 * const { receipt } = await receipts.issue(custodian, {
 *   lot,
 *   depositor: who.supplier,
 *   quantity: 8_000n,
 *   terms,
 * });
 * (await receipts.get(bank, { receipt })).quantity // => 8_000n
 * (await receipts.getTerms(bank, { receipt })) === terms // => true
 * const more = { lot, depositor: who.supplier, quantity: 2_001n, terms };
 * const refused = await receipts.issue(custodian, more).catch((error) => error);
 * refused.message // => "Lot 1 holds 10000, of which 8000 is under receipt, and this asks for 2001."
 */
export async function issue(ledger: Ledger, parameters: IssueParameters): Promise<IssueReturnType> {
  const { lot, depositor, quantity, terms } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "warehouseReceipts",
    "issue",
    parameters,
    (contract, ref) => contract.issue.populateTransaction(lot, depositor, quantity, terms, ref),
  );
  const { id, rootId } = eventOf("ReceiptIssued");
  return { ...written, receipt: id, root: rootId };
}
