import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { countOf } from "../countOf.ts";

export type SettleBatchParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** How many certificates at most. */
  readonly limit: number;
};

export type SettleBatchReturnType = WriteReturnType & {
  /** How many certificates were paid, or wait. */
  readonly legs: number;
  /** Whether the run is done. */
  readonly closed: boolean;
};

export type SettleBatchErrorType = LedgerErrorType;

/**
 * Distributes a paid settlement to the next certificates of the open run, by anyone. The run closes with its last one, and
 * the next queued payment opens another.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, settlements } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.settling();
 * const { legs, closed } = await settlements.settleBatch(anyone, { receivable, limit: 100 });
 * legs // => 1
 * closed // => true
 * const { settled } = await certificates.getTotals(anyone, { receivable });
 * settled === terms.amount // => true
 */
export async function settleBatch(
  ledger: Ledger,
  parameters: SettleBatchParameters,
): Promise<SettleBatchReturnType> {
  const { receivable, limit } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlementRuns",
    "settleBatch",
    parameters,
    (contract, ref) => contract.settleBatch.populateTransaction(receivable, limit, ref),
  );
  return {
    ...written,
    legs: countOf(written.events, ["LegSettled", "LegWaits"]),
    closed: countOf(written.events, ["RunClosed"]) > 0,
  };
}
