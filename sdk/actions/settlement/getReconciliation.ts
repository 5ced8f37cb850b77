import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetReconciliationParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetReconciliationReturnType = {
  /** Minor units of attested settlements, less what became unmatched. */
  readonly matched: bigint;
  /** Minor units of pay that certificates got. */
  readonly settled: bigint;
  /** Minor units that wait or that runs have not distributed yet. */
  readonly reserved: bigint;
};

export type GetReconciliationErrorType = LedgerErrorType;

/**
 * Payments of a receivable against what they paid (I8): matched is settled + reserved.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.settled();
 * const { matched, settled, reserved } = await settlements.getReconciliation(bank, { receivable });
 * matched === settled + reserved // => true
 */
export async function getReconciliation(
  ledger: Ledger,
  { receivable }: GetReconciliationParameters,
): Promise<GetReconciliationReturnType> {
  const [matched, settled, reserved] = await readContract(ledger, "settlementRuns", (contract) =>
    contract.reconciliationOf(receivable),
  );
  return { matched, settled, reserved };
}
