import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AcceptParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
};

export type AcceptReturnType = WriteReturnType & {
  /** Token id of the root certificate. */
  readonly certificate: bigint;
};

export type AcceptErrorType = LedgerErrorType;

/**
 * Accepts a confirmed receivable, by an account of its creditor: from now on its root certificate exists.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, receivables } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.confirmed();
 * const { certificate } = await receivables.accept(supplier, { receivable });
 * (await certificates.getPosition(supplier, { certificate })).value === terms.amount // => true
 */
export async function accept(
  ledger: Ledger,
  parameters: AcceptParameters,
): Promise<AcceptReturnType> {
  const { receivable } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "receivables",
    "accept",
    parameters,
    (contract, ref) => contract.accept.populateTransaction(receivable, ref),
  );
  const event = eventOf("ReceivableAccepted");
  return { ...written, certificate: event.certificate };
}
