import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type IsReferenceUsedParameters = {
  /** Member that attests. */
  readonly bank: number;
  /** Digest of its own number of the payment. */
  readonly bankReference: string;
  /** Instruction that it names; 0 for none. */
  readonly instruction: bigint;
};

export type IsReferenceUsedReturnType = boolean;

export type IsReferenceUsedErrorType = LedgerErrorType;

/**
 * Whether a bank used a reference for an instruction.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const bankReference = scene.digest("payment 1");
 * const question = { bank: who.bank, bankReference, instruction: 0n };
 * await payments.isReferenceUsed(bank, question) // => false
 */
export async function isReferenceUsed(
  ledger: Ledger,
  { bank, bankReference, instruction }: IsReferenceUsedParameters,
): Promise<IsReferenceUsedReturnType> {
  return readContract(ledger, "settlement", (contract) =>
    contract.isReferenceUsed(bank, bankReference, instruction),
  );
}
