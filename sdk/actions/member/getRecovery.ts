import { ZeroAddress } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetRecoveryParameters = {
  /** Member id. */
  readonly member: number;
};

export type GetRecoveryReturnType = {
  /** Account that would be its only one; undefined when no recovery runs. */
  readonly account: string | undefined;
  /** Block time in seconds; 0 until operator and guardian have both proposed. */
  readonly executableFrom: number;
  /** Whether an operator proposed. */
  readonly byOperator: boolean;
  /** Whether the guardian proposed. */
  readonly byGuardian: boolean;
  /** Whether legal proposed: then legal alone may cancel. */
  readonly byLegal: boolean;
};

export type GetRecoveryErrorType = LedgerErrorType;

/**
 * The recovery of a member that is under way.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await scene.recovering();
 * const { byOperator, byGuardian, byLegal } = await members.getRecovery(legal, { member: who.buyer });
 * byOperator && byGuardian // => true
 * byLegal // => false
 */
export async function getRecovery(
  ledger: Ledger,
  { member }: GetRecoveryParameters,
): Promise<GetRecoveryReturnType> {
  const stored = await readContract(ledger, "members", (contract) => contract.recoveryOf(member));
  return {
    account: stored.account === ZeroAddress ? undefined : stored.account,
    executableFrom: Number(stored.executableFrom),
    byOperator: stored.byOperator,
    byGuardian: stored.byGuardian,
    byLegal: stored.byLegal,
  };
}
