import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type IsNonceUsedParameters = {
  /** Whose nonce. */
  readonly member: number;
  /** The nonce. */
  readonly nonce: bigint;
};

export type IsNonceUsedReturnType = boolean;

export type IsNonceUsedErrorType = LedgerErrorType;

/**
 * Whether a member used or cancelled a nonce.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { liens, randomNonce } from "@tallystick/sdk";
 *
 * const question = { member: who.financier, nonce: randomNonce() };
 * await liens.isNonceUsed(anyone, question) // => false
 */
export async function isNonceUsed(
  ledger: Ledger,
  { member, nonce }: IsNonceUsedParameters,
): Promise<IsNonceUsedReturnType> {
  return readContract(ledger, "liens", (contract) => contract.isNonceUsed(member, nonce));
}
