import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { currencyToBytes3 } from "../../money/currencyToBytes3.ts";

export type GetCeilingParameters = {
  /** Member id. */
  readonly obligor: number;
  /** ISO 4217. */
  readonly currency: string;
};

export type GetCeilingReturnType = bigint;

export type GetCeilingErrorType = LedgerErrorType;

/**
 * An obligor's ceiling in a currency, minor units; 0 until an operator sets one.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { rules } from "@tallystick/sdk";
 *
 * await rules.getCeiling(operator, { obligor: who.obligor, currency: "EUR" }) // => 0n
 */
export async function getCeiling(
  ledger: Ledger,
  { obligor, currency }: GetCeilingParameters,
): Promise<GetCeilingReturnType> {
  const bytes3 = currencyToBytes3(currency);
  return readContract(ledger, "rules", (contract) => contract.ceilingOf(obligor, bytes3));
}
