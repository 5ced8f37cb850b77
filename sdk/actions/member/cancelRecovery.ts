import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CancelRecoveryParameters = WriteParameters & {
  /** Member id. */
  readonly member: number;
};

export type CancelRecoveryReturnType = WriteReturnType;

export type CancelRecoveryErrorType = LedgerErrorType;

/**
 * Cancels a recovery, by any active account of the member or by an operator; once legal proposed too, by legal alone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await scene.recovering();
 * await members.cancelRecovery(buyer, { member: who.buyer });
 * (await members.getRecovery(buyer, { member: who.buyer })).account // => undefined
 */
export async function cancelRecovery(
  ledger: Ledger,
  parameters: CancelRecoveryParameters,
): Promise<CancelRecoveryReturnType> {
  const { member } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "cancelRecovery",
    parameters,
    (contract, ref) => contract.cancelRecovery.populateTransaction(member, ref),
  );
  return written;
}
