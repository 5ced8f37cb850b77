import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";

export type AcceptWithSignatureParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** The creditor's signature. */
  readonly creditor: PartySignature;
};

export type AcceptWithSignatureReturnType = WriteReturnType & {
  /** Token id of the root certificate. */
  readonly certificate: bigint;
};

export type AcceptWithSignatureErrorType = LedgerErrorType;

/**
 * Accepts a confirmed receivable with its creditor's signature of a `receivableAcceptanceTypedData`; anyone sends it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receivableAcceptanceTypedData, receivables, signTypedMessage } from "@tallystick/sdk";
 *
 * const { receivable, terms, invoices } = await scene.confirmed();
 * const deadline = (await scene.now()) + 3_600;
 * const message = { terms, invoices, deadline, epoch: 1 };
 * const typedData = await receivableAcceptanceTypedData(deployment, message);
 * const creditor = await signTypedMessage(signers.supplier, typedData);
 * const { certificate } = await receivables.acceptWithSignature(anyone, { receivable, creditor });
 * certificate // => (BigInt(receivable) << 32n) | 1n
 */
export async function acceptWithSignature(
  ledger: Ledger,
  parameters: AcceptWithSignatureParameters,
): Promise<AcceptWithSignatureReturnType> {
  const { receivable, creditor } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "receivables",
    "acceptWithSignature",
    parameters,
    (contract, ref) => contract.acceptWithSignature.populateTransaction(receivable, creditor, ref),
  );
  const event = eventOf("ReceivableAccepted");
  return { ...written, certificate: event.certificate };
}
