import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CancelNonceParameters = WriteParameters & {
  /** The nonce. */
  readonly nonce: bigint;
};

export type CancelNonceReturnType = WriteReturnType;

export type CancelNonceErrorType = LedgerErrorType;

/**
 * Uses up one of the caller's nonces of acceptances of receipts, so that one signed under it can't be used any
 * more.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { randomNonce, receipts } from "@tallystick/sdk";
 *
 * const nonce = randomNonce();
 * await receipts.cancelNonce(buyer, { nonce });
 * await receipts.isNonceUsed(buyer, { member: who.buyer, nonce }) // => true
 */
export async function cancelNonce(
  ledger: Ledger,
  parameters: CancelNonceParameters,
): Promise<CancelNonceReturnType> {
  return circulation("warehouseReceipts").cancelNonce(ledger, parameters);
}
