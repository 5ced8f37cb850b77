import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ClearOverdueParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
};

export type ClearOverdueReturnType = WriteReturnType;

export type ClearOverdueErrorType = LedgerErrorType;

/**
 * Clears the mark of an overdue receivable of which nothing is unpaid, by anyone. Settlement does it by itself; this is for
 * what ended otherwise.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.due();
 * await scene.passDays(7);
 * await settlements.markOverdue(anyone, { receivable });
 * const refused = await settlements.clearOverdue(anyone, { receivable }).catch((error) => error);
 * refused.code // => "RunsStillUnpaid"
 */
export async function clearOverdue(
  ledger: Ledger,
  parameters: ClearOverdueParameters,
): Promise<ClearOverdueReturnType> {
  const { receivable } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlementRuns",
    "clearIfPaid",
    parameters,
    (contract, ref) => contract.clearIfPaid.populateTransaction(receivable, ref),
  );
  return written;
}
