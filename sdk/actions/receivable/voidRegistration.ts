import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type VoidRegistrationParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
};

export type VoidRegistrationReturnType = WriteReturnType;

export type VoidRegistrationErrorType = LedgerErrorType;

/**
 * Gives up a registration, by either party before confirmation. Its terms can't be registered again; another salt makes
 * them different.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.registered();
 * await receivables.voidRegistration(obligor, { receivable });
 * (await receivables.get(obligor, { receivable })).state // => "voided"
 */
export async function voidRegistration(
  ledger: Ledger,
  parameters: VoidRegistrationParameters,
): Promise<VoidRegistrationReturnType> {
  const { receivable } = parameters;
  const { written } = await writeContract(
    ledger,
    "receivables",
    "void",
    parameters,
    (contract, ref) => contract.void.populateTransaction(receivable, ref),
  );
  return written;
}
