import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExecuteRecoveryParameters = WriteParameters & {
  /** Member id. */
  readonly member: number;
};

export type ExecuteRecoveryReturnType = WriteReturnType;

export type ExecuteRecoveryErrorType = LedgerErrorType;

/**
 * Executes a recovery once its 72 hours are over, by anyone: every old account ends and the new one takes over.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await scene.recovering();
 * await scene.passDays(3);
 * await members.executeRecovery(anyone, { member: who.buyer });
 * const { primaryAccount } = await members.get(anyone, { member: who.buyer });
 * primaryAccount === signers.fresh.address // => true
 */
export async function executeRecovery(
  ledger: Ledger,
  parameters: ExecuteRecoveryParameters,
): Promise<ExecuteRecoveryReturnType> {
  const { member } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "executeRecovery",
    parameters,
    (contract, ref) => contract.executeRecovery.populateTransaction(member, ref),
  );
  return written;
}
