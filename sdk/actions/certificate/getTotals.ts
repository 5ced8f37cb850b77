import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetTotalsParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetTotalsReturnType = {
  /** Minor units that certificates still stand for. */
  readonly live: bigint;
  /** Minor units that were paid. */
  readonly settled: bigint;
  /** Minor units that live on outside the ledger. */
  readonly retired: bigint;
  /** Minor units of `live` that settlement runs reserve pay for. */
  readonly waiting: bigint;
};

export type GetTotalsErrorType = LedgerErrorType;

/**
 * What became of a receivable: live + settled + retired is its amount (I1).
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.issued({ face: 1_000_00n });
 * const totals = await certificates.getTotals(bank, { receivable });
 * totals.live // => 1_000_00n
 * totals.settled // => 0n
 */
export async function getTotals(
  ledger: Ledger,
  { receivable }: GetTotalsParameters,
): Promise<GetTotalsReturnType> {
  const { live, settled, retired, waiting } = await readContract(
    ledger,
    "creditCertificates",
    (contract) => contract.totalsOf(receivable),
  );
  return { live, settled, retired, waiting };
}
