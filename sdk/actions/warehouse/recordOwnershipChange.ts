import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RecordOwnershipChangeParameters = WriteParameters & {
  /** Member that is a custodian. */
  readonly custodian: number;
  /** Digest of the document that says so, 32 bytes in hex. */
  readonly evidence: string;
};

export type RecordOwnershipChangeReturnType = WriteReturnType;

export type RecordOwnershipChangeErrorType = LedgerErrorType;

/**
 * Records that a custodian has other owners, by an account of an operator or a registrar. It takes in nothing new
 * until it is admitted again; what it owes goes on.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * await scene.warehouse.admitted();
 * const evidence = scene.digest("register of companies, 2026-11");
 * await warehouses.recordOwnershipChange(operator, { custodian: who.custodian, evidence });
 * const { ownersChanged } = await warehouses.getAdmission(bank, { custodian: who.custodian });
 * ownersChanged // => true
 */
export async function recordOwnershipChange(
  ledger: Ledger,
  parameters: RecordOwnershipChangeParameters,
): Promise<RecordOwnershipChangeReturnType> {
  const { custodian, evidence } = parameters;
  const { written } = await writeContract(
    ledger,
    "warehouses",
    "recordOwnershipChange",
    parameters,
    (contract, ref) => contract.recordOwnershipChange.populateTransaction(custodian, evidence, ref),
  );
  return written;
}
