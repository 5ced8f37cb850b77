import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type Run, run as toRun } from "./run.ts";

export type GetOpenRunParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetOpenRunReturnType = Run | undefined;

export type GetOpenRunErrorType = LedgerErrorType;

/**
 * The open settlement run of a receivable; undefined when none is open.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.settling();
 * (await settlements.getOpenRun(anyone, { receivable })).cumulative // => 0n
 * await settlements.settleBatch(anyone, { receivable, limit: 100 });
 * await settlements.getOpenRun(anyone, { receivable }) // => undefined
 */
export async function getOpenRun(
  ledger: Ledger,
  { receivable }: GetOpenRunParameters,
): Promise<GetOpenRunReturnType> {
  const [number, stored] = await readContract(ledger, "settlementRuns", (contract) =>
    contract.openRunOf(receivable),
  );
  return number === 0n ? undefined : toRun(number, stored);
}
