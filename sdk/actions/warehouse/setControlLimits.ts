import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SetControlLimitsParameters = WriteParameters & {
  /** Number of the location. */
  readonly location: number;
  /** Seconds after which no new use is made of its lots. */
  readonly freshFor: number;
  /** Seconds after which nothing of its lots is released. */
  readonly freezeAfter: number;
};

export type SetControlLimitsReturnType = WriteReturnType;

export type SetControlLimitsErrorType = LedgerErrorType;

/**
 * Sets how old the evidence of control over a location may become, by an account of an operator.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { location } = await scene.warehouse.location();
 * await warehouses.setControlLimits(operator, { location, freshFor: 3_600, freezeAfter: 7_200 });
 * (await warehouses.getLocation(bank, { location })).freshFor // => 3_600
 */
export async function setControlLimits(
  ledger: Ledger,
  parameters: SetControlLimitsParameters,
): Promise<SetControlLimitsReturnType> {
  const { location, freshFor, freezeAfter } = parameters;
  const { written } = await writeContract(
    ledger,
    "warehouses",
    "setControlLimits",
    parameters,
    (contract, ref) =>
      contract.setControlLimits.populateTransaction(location, freshFor, freezeAfter, ref),
  );
  return written;
}
