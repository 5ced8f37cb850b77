import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { currencyToBytes3 } from "../../money/currencyToBytes3.ts";

export type SetCeilingParameters = WriteParameters & {
  /** Member id. */
  readonly obligor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units. */
  readonly ceiling: bigint;
};

export type SetCeilingReturnType = WriteReturnType;

export type SetCeilingErrorType = LedgerErrorType;

/**
 * Sets the ceiling under which an obligor sets its own limit, by an operator.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { rules } from "@tallystick/sdk";
 *
 * const usd = { obligor: who.obligor, currency: "USD" };
 * await rules.setCeiling(operator, { ...usd, ceiling: 2_000_000_00n });
 * await rules.getCeiling(operator, usd) // => 2_000_000_00n
 */
export async function setCeiling(
  ledger: Ledger,
  parameters: SetCeilingParameters,
): Promise<SetCeilingReturnType> {
  const { obligor, currency, ceiling } = parameters;
  const { written } = await writeContract(
    ledger,
    "rules",
    "setCeiling",
    parameters,
    (contract, ref) =>
      contract.setCeiling.populateTransaction(obligor, currencyToBytes3(currency), ceiling, ref),
  );
  return written;
}
