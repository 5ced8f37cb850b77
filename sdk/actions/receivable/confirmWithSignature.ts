import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { ReceivableTerms } from "../../terms/terms.ts";
import { termsStruct } from "../../terms/termsStruct.ts";

export type ConfirmWithSignatureParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** Its terms, as they were registered. */
  readonly terms: ReceivableTerms;
  /** Block time in seconds until which the creditor may accept; at most 30 days ahead. */
  readonly acceptBy: number;
  /** The obligor's signature. */
  readonly obligor: PartySignature;
};

export type ConfirmWithSignatureReturnType = WriteReturnType;

export type ConfirmWithSignatureErrorType = LedgerErrorType;

/**
 * Confirms a receivable with its obligor's signature of a `confirmationTypedData`; anyone sends it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { confirmationTypedData, receivables, signTypedMessage } from "@tallystick/sdk";
 *
 * const { receivable, terms, invoices } = await scene.registered();
 * const acceptBy = (await scene.now()) + 86_400;
 * const message = { terms, invoices, acceptBy, deadline: acceptBy, epoch: 1 };
 * const typedData = await confirmationTypedData(deployment, message);
 * const signature = await signTypedMessage(signers.obligor, typedData);
 * await receivables.confirmWithSignature(anyone, { receivable, terms, acceptBy, obligor: signature });
 * (await receivables.get(anyone, { receivable })).state // => "confirmed"
 */
export async function confirmWithSignature(
  ledger: Ledger,
  parameters: ConfirmWithSignatureParameters,
): Promise<ConfirmWithSignatureReturnType> {
  const { receivable, terms, acceptBy, obligor } = parameters;
  const { written } = await writeContract(
    ledger,
    "receivables",
    "confirmWithSignature",
    parameters,
    (contract, ref) =>
      contract.confirmWithSignature.populateTransaction(
        receivable,
        termsStruct(terms),
        acceptBy,
        obligor,
        ref,
      ),
  );
  return written;
}
