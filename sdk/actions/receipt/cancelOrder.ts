import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CancelOrderParameters = WriteParameters & {
  /** The nonce. */
  readonly nonce: bigint;
};

export type CancelOrderReturnType = WriteReturnType;

export type CancelOrderErrorType = LedgerErrorType;

/**
 * Makes an order of the caller under this nonce void: a pick-up, a cancellation, a replacement. Orders have nonces
 * of their own.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { randomNonce, receipts } from "@tallystick/sdk";
 *
 * const nonce = randomNonce();
 * await receipts.cancelOrder(supplier, { nonce });
 * await receipts.isOrderNonceUsed(custodian, { member: who.supplier, nonce }) // => true
 */
export async function cancelOrder(
  ledger: Ledger,
  parameters: CancelOrderParameters,
): Promise<CancelOrderReturnType> {
  const { nonce } = parameters;
  const { written } = await writeContract(
    ledger,
    "warehouseReceipts",
    "cancelOrder",
    parameters,
    (contract, ref) => contract.cancelOrder.populateTransaction(nonce, ref),
  );
  return written;
}
