import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CancelNonceParameters = WriteParameters & {
  /** The nonce. */
  readonly nonce: bigint;
};

export type CancelNonceReturnType = WriteReturnType;

export type CancelNonceErrorType = LedgerErrorType;

/**
 * Uses up one of the caller's nonces, so that what it signed about a lien under it can't be used any more.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens, randomNonce } from "@tallystick/sdk";
 *
 * const nonce = randomNonce();
 * await liens.cancelNonce(financier, { nonce });
 * await liens.isNonceUsed(financier, { member: who.financier, nonce }) // => true
 */
export async function cancelNonce(
  ledger: Ledger,
  parameters: CancelNonceParameters,
): Promise<CancelNonceReturnType> {
  const { nonce } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "cancelNonce",
    parameters,
    (contract, ref) => contract.cancelNonce.populateTransaction(nonce, ref),
  );
  return written;
}
