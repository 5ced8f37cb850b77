import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetLateInterestParameters = {
  /** Token id of the certificate. */
  readonly certificate: bigint;
};

export type GetLateInterestReturnType = {
  /** Member that it is owed to; undefined when none is owed. */
  readonly payee: number | undefined;
  /** Minor units. */
  readonly owed: bigint;
  /** Minor units of it that have an open instruction. */
  readonly instructed: bigint;
};

export type GetLateInterestErrorType = LedgerErrorType;

/**
 * Late interest that a certificate is owed and that was not paid yet.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.settled();
 * (await settlements.getLateInterest(supplier, { certificate })).owed // => 0n
 */
export async function getLateInterest(
  ledger: Ledger,
  { certificate }: GetLateInterestParameters,
): Promise<GetLateInterestReturnType> {
  const [payee, owed, instructed] = await readContract(ledger, "settlementRuns", (contract) =>
    contract.lateInterestOf(certificate),
  );
  return { payee: payee === 0n ? undefined : Number(payee), owed, instructed };
}
