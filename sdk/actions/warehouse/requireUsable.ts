import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type RequireUsableParameters = {
  /** Number of the lot. */
  readonly lot: number;
};

export type RequireUsableReturnType = undefined;

export type RequireUsableErrorType = LedgerErrorType;

/**
 * Asks whether a lot may be used anew (issue, pledge, drawdown): under sound control, not short, its location not
 * over capacity, its custodian admitted.
 *
 * @throws LedgerError that says why it may not
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { lot } = await scene.warehouse.counted();
 * await warehouses.requireUsable(bank, { lot });
 * const unknown = await warehouses.requireUsable(bank, { lot: 99 }).catch((error) => error);
 * unknown.code // => "WarehousesUnknownLot"
 */
export async function requireUsable(
  ledger: Ledger,
  { lot }: RequireUsableParameters,
): Promise<RequireUsableReturnType> {
  await readContract(ledger, "warehouses", (contract) => contract.requireUsable(lot));
  return undefined;
}
