import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetTermsParameters = {
  /** Token id of the receipt. */
  readonly receipt: bigint;
};

export type GetTermsReturnType = string;

export type GetTermsErrorType = LedgerErrorType;

/**
 * Digest of the terms that a receipt was issued under, 32 bytes in hex (`receiptTermsDigest`).
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { receipts, receiptTermsDigest } from "@tallystick/sdk";
 *
 * const { receipt, terms } = await scene.warehouse.issued();
 * (await receipts.getTerms(bank, { receipt })) === receiptTermsDigest(terms) // => true
 */
export async function getTerms(
  ledger: Ledger,
  { receipt }: GetTermsParameters,
): Promise<GetTermsReturnType> {
  return readContract(ledger, "warehouseReceipts", (contract) => contract.termsOf(receipt));
}
