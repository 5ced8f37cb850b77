import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type IsOrderNonceUsedParameters = {
  /** Whose nonce. */
  readonly member: number;
  /** The nonce. */
  readonly nonce: bigint;
};

export type IsOrderNonceUsedReturnType = boolean;

export type IsOrderNonceUsedErrorType = LedgerErrorType;

/**
 * Whether an order of a member under this nonce was carried out or cancelled.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { randomNonce, receipts } from "@tallystick/sdk";
 *
 * await receipts.isOrderNonceUsed(anyone, { member: who.supplier, nonce: randomNonce() }) // => false
 */
export async function isOrderNonceUsed(
  ledger: Ledger,
  { member, nonce }: IsOrderNonceUsedParameters,
): Promise<IsOrderNonceUsedReturnType> {
  return readContract(ledger, "warehouseReceipts", (contract) =>
    contract.isOrderNonceUsed(member, nonce),
  );
}
