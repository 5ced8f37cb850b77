import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { ReceivableTerms } from "../../terms/terms.ts";
import { termsStruct } from "../../terms/termsStruct.ts";

export type IssueWithSignaturesParameters = WriteParameters & {
  /** Every term. */
  readonly terms: ReceivableTerms;
  /** Block time in seconds until which the creditor may accept; at most 30 days ahead. */
  readonly acceptBy: number;
  /** The obligor's signature of a `confirmationTypedData`. */
  readonly obligor: PartySignature;
  /** The creditor's signature of a `receivableAcceptanceTypedData`. */
  readonly creditor: PartySignature;
};

export type IssueWithSignaturesReturnType = WriteReturnType & {
  /** Its id. */
  readonly receivable: number;
  /** Token id of the root certificate. */
  readonly certificate: bigint;
};

export type IssueWithSignaturesErrorType = LedgerErrorType;

/**
 * Registers, confirms and accepts a receivable in one transaction with the signatures of both parties; anyone sends it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import {
 *   confirmationTypedData, receivableAcceptanceTypedData, receivables, signTypedMessage,
 * } from "@tallystick/sdk";
 *
 * const { terms, invoices } = await scene.terms({ face: 500_00n });
 * const acceptBy = (await scene.now()) + 86_400;
 * const signed = { terms, invoices, deadline: acceptBy, epoch: 1 };
 * const confirmation = await confirmationTypedData(deployment, { ...signed, acceptBy });
 * const acceptance = await receivableAcceptanceTypedData(deployment, signed);
 * const { receivable } = await receivables.issueWithSignatures(anyone, {
 *   terms,
 *   acceptBy,
 *   obligor: await signTypedMessage(signers.obligor, confirmation),
 *   creditor: await signTypedMessage(signers.supplier, acceptance),
 * });
 * (await receivables.get(anyone, { receivable })).state // => "accepted"
 */
export async function issueWithSignatures(
  ledger: Ledger,
  parameters: IssueWithSignaturesParameters,
): Promise<IssueWithSignaturesReturnType> {
  const { terms, acceptBy, obligor, creditor } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "receivables",
    "issueWithSignatures",
    parameters,
    (contract, ref) =>
      contract.issueWithSignatures.populateTransaction(
        termsStruct(terms),
        acceptBy,
        obligor,
        creditor,
        ref,
      ),
  );
  const event = eventOf("ReceivableAccepted");
  return { ...written, receivable: Number(event.receivable), certificate: event.certificate };
}
