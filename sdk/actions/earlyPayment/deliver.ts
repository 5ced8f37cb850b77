import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type DeliverParameters = WriteParameters & {
  /** Number of the early payment. */
  readonly earlyPayment: bigint;
};

export type DeliverReturnType = WriteReturnType;

export type DeliverErrorType = LedgerErrorType;

/**
 * Delivers what was paid while the certificate was frozen or a settlement run was open, by anyone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { earlyPayments } from "@tallystick/sdk";
 *
 * const { earlyPayment, certificate } = await scene.paidEarlyWhileFrozen();
 * (await earlyPayments.get(anyone, { earlyPayment })).state // => "waiting"
 * await scene.release(certificate);
 * await earlyPayments.deliver(anyone, { earlyPayment });
 * (await earlyPayments.get(anyone, { earlyPayment })).state // => "settled"
 */
export async function deliver(
  ledger: Ledger,
  parameters: DeliverParameters,
): Promise<DeliverReturnType> {
  const { earlyPayment } = parameters;
  const { written } = await writeContract(
    ledger,
    "earlyPayments",
    "deliver",
    parameters,
    (contract, ref) => contract.deliver.populateTransaction(earlyPayment, ref),
  );
  return written;
}
