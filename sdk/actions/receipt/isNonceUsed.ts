import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";

export type IsNonceUsedParameters = {
  /** Whose nonce. */
  readonly member: number;
  /** The nonce. */
  readonly nonce: bigint;
};

export type IsNonceUsedReturnType = boolean;

export type IsNonceUsedErrorType = LedgerErrorType;

/**
 * Whether a member used or cancelled a nonce of acceptances of receipts.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { randomNonce, receipts } from "@tallystick/sdk";
 *
 * await receipts.isNonceUsed(anyone, { member: who.buyer, nonce: randomNonce() }) // => false
 */
export async function isNonceUsed(
  ledger: Ledger,
  { member, nonce }: IsNonceUsedParameters,
): Promise<IsNonceUsedReturnType> {
  return circulationViews("warehouseReceipts").isNonceUsed(ledger, member, nonce);
}
