import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetAdmissionParameters = {
  /** Member that is a custodian. */
  readonly custodian: number;
};

export type GetAdmissionReturnType = {
  /** Block time in seconds after which it lapses; 0 when the custodian was never admitted. */
  readonly until: number;
  /** Whether its owners changed since; then it takes in nothing new. */
  readonly ownersChanged: boolean;
};

export type GetAdmissionErrorType = LedgerErrorType;

/**
 * A custodian's admission.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * (await warehouses.getAdmission(bank, { custodian: who.custodian })).until // => 0
 */
export async function getAdmission(
  ledger: Ledger,
  { custodian }: GetAdmissionParameters,
): Promise<GetAdmissionReturnType> {
  const { until, ownersChanged } = await readContract(ledger, "warehouses", (contract) =>
    contract.admissionOf(custodian),
  );
  return { until: Number(until), ownersChanged };
}
