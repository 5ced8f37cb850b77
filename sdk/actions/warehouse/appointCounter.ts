import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AppointCounterParameters = WriteParameters & {
  /** Number of the location. */
  readonly location: number;
  /** Member that counts beside the custodian; 0 for nobody any more. */
  readonly counter: number;
  /** Member that appointed it, a creditor as a rule. */
  readonly appointer: number;
  /** Digest of the appointment, 32 bytes in hex. */
  readonly document: string;
};

export type AppointCounterReturnType = WriteReturnType;

export type AppointCounterErrorType = LedgerErrorType;

/**
 * Records who counts a location beside its custodian, by an account of an operator. Counts of an earlier counter
 * stay until the new one counts.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { location } = await scene.warehouse.location();
 * await warehouses.appointCounter(operator, {
 *   location,
 *   counter: who.auditor,
 *   appointer: who.financier,
 *   document: scene.digest("supervision agreement"),
 * });
 * (await warehouses.getLocation(bank, { location })).counter === who.auditor // => true
 */
export async function appointCounter(
  ledger: Ledger,
  parameters: AppointCounterParameters,
): Promise<AppointCounterReturnType> {
  const { location, counter, appointer, document } = parameters;
  const { written } = await writeContract(
    ledger,
    "warehouses",
    "appointCounter",
    parameters,
    (contract, ref) =>
      contract.appointCounter.populateTransaction(location, counter, appointer, document, ref),
  );
  return written;
}
