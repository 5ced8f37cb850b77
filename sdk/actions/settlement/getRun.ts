import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type Run, run as toRun } from "./run.ts";

export type GetRunParameters = {
  /** Number of the run. */
  readonly run: bigint;
};

export type GetRunReturnType = Run;

export type GetRunErrorType = LedgerErrorType;

/**
 * A settlement run; its `total` is 0 for an unknown number.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { run, receivable } = await scene.settled();
 * const found = await settlements.getRun(anyone, { run });
 * found.receivable === receivable // => true
 * found.cumulative === found.total // => true
 */
export async function getRun(ledger: Ledger, { run }: GetRunParameters): Promise<GetRunReturnType> {
  const stored = await readContract(ledger, "settlementRuns", (contract) => contract.runOf(run));
  return toRun(run, stored);
}
