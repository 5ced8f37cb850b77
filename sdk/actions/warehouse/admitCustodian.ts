import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AdmitCustodianParameters = WriteParameters & {
  /** Member that is a custodian. */
  readonly custodian: number;
  /** Digests of the evidence, 32 bytes in hex each; none is zero. */
  readonly criteria: {
    /** Buildings, equipment, staff. */
    readonly storageCapability: string;
    /** Time in the trade. */
    readonly yearsInTrade: string;
    /** Rules that it works by. */
    readonly operatingStandards: string;
    /** Its own credit: technology doesn't replace it. */
    readonly ownCredit: string;
  };
  /** Block time in seconds after which the admission lapses. */
  readonly until: number;
};

export type AdmitCustodianReturnType = WriteReturnType;

export type AdmitCustodianErrorType = LedgerErrorType;

/**
 * Attests that a custodian meets the criteria, by an account of an operator. It takes the place of an earlier
 * admission and ends a recorded change of owners.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { criteria } = scene.warehouse;
 * const until = (await scene.now()) + 365 * 86_400;
 * await warehouses.admitCustodian(operator, { custodian: who.custodian, criteria, until });
 * const admission = await warehouses.getAdmission(bank, { custodian: who.custodian });
 * admission.until === until // => true
 */
export async function admitCustodian(
  ledger: Ledger,
  parameters: AdmitCustodianParameters,
): Promise<AdmitCustodianReturnType> {
  const { custodian, criteria, until } = parameters;
  const { written } = await writeContract(
    ledger,
    "warehouses",
    "admitCustodian",
    parameters,
    (contract, ref) => contract.admitCustodian.populateTransaction(custodian, criteria, until, ref),
  );
  return written;
}
