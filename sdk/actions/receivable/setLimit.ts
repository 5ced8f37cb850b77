import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { currencyToBytes3 } from "../../money/currencyToBytes3.ts";

export type SetLimitParameters = WriteParameters & {
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units. */
  readonly limit: bigint;
};

export type SetLimitReturnType = WriteReturnType;

export type SetLimitErrorType = LedgerErrorType;

/**
 * Sets how much the caller's member may have confirmed and open at a time, under the operator's ceiling.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * await receivables.setLimit(obligor, { currency: "CNY", limit: 5_000_000_00n });
 * const { limit } = await receivables.getLimit(obligor, { obligor: who.obligor, currency: "CNY" });
 * limit // => 5_000_000_00n
 */
export async function setLimit(
  ledger: Ledger,
  parameters: SetLimitParameters,
): Promise<SetLimitReturnType> {
  const { currency, limit } = parameters;
  const { written } = await writeContract(
    ledger,
    "receivables",
    "setLimit",
    parameters,
    (contract, ref) =>
      contract.setLimit.populateTransaction(currencyToBytes3(currency), limit, ref),
  );
  return written;
}
