import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetRecourseParameters = {
  /** Token id of the certificate. */
  readonly certificate: bigint;
};

export type GetRecourseReturnType =
  | {
      /** Member that buys back at default. */
      readonly debtor: number;
      /** Minor units that the financier may still keep of payments. */
      readonly claim: bigint;
      /** Quoted price at default; 0 for the unpaid face. */
      readonly buyBackPrice: bigint;
      /** Financing by which its holder got it. */
      readonly financing: bigint;
      /** Instruction of the buy-back that runs; undefined for none. */
      readonly buyBack: bigint | undefined;
      /** Whether a buy-back was paid whose delivery waits. */
      readonly buyBackPaid: boolean;
    }
  | undefined;

export type GetRecourseErrorType = LedgerErrorType;

/**
 * Who stands behind a certificate; undefined when nobody does.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { financings } from "@tallystick/sdk";
 *
 * const { child } = await scene.financedWithRecourse();
 * const { debtor } = await financings.getRecourse(anyone, { certificate: child });
 * debtor === who.supplier // => true
 */
export async function getRecourse(
  ledger: Ledger,
  { certificate }: GetRecourseParameters,
): Promise<GetRecourseReturnType> {
  const stored = await readContract(ledger, "factoring", (contract) =>
    contract.recourseOf(certificate),
  );
  if (stored.debtor === 0n) return undefined;
  return {
    debtor: Number(stored.debtor),
    claim: stored.claim,
    buyBackPrice: stored.buyBackPrice,
    financing: stored.financing,
    buyBack: stored.buyBack === 0n ? undefined : stored.buyBack,
    buyBackPaid: stored.buyBackPaid,
  };
}
