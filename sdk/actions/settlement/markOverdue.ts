import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type MarkOverdueParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
};

export type MarkOverdueReturnType = WriteReturnType;

export type MarkOverdueErrorType = LedgerErrorType;

/**
 * Marks a receivable overdue that is unpaid after its days of grace, by anyone. Its obligor issues nothing until it is paid.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members, settlements } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.due();
 * await scene.passDays(7);
 * await settlements.markOverdue(anyone, { receivable });
 * (await members.get(anyone, { member: who.obligor })).suspensions // => ["overdue"]
 */
export async function markOverdue(
  ledger: Ledger,
  parameters: MarkOverdueParameters,
): Promise<MarkOverdueReturnType> {
  const { receivable } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlementRuns",
    "markOverdue",
    parameters,
    (contract, ref) => contract.markOverdue.populateTransaction(receivable, ref),
  );
  return written;
}
