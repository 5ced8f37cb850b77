import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type ControlState, controlStates } from "../../vocabulary/controlStates.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";

export type GetControlParameters = {
  /** Number of the lot. */
  readonly lot: number;
};

export type GetControlReturnType = ControlState;

export type GetControlErrorType = LedgerErrorType;

/**
 * How good the evidence is now that a lot is under control. Nothing new is done with goods that are stale or
 * contradicted, and none of them leave while they are frozen.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { lot } = await scene.warehouse.counted();
 * await warehouses.getControl(bank, { lot }) // => "sound"
 * await scene.passDays(2);
 * await warehouses.recordOwnershipChange(operator, {
 *   custodian: who.custodian,
 *   evidence: scene.digest("register of companies"),
 * });
 * await warehouses.getControl(bank, { lot }) // => "stale"
 */
export async function getControl(
  ledger: Ledger,
  { lot }: GetControlParameters,
): Promise<GetControlReturnType> {
  const control = await readContract(ledger, "warehouses", (contract) => contract.controlOf(lot));
  return nameAt(controlStates, control);
}
