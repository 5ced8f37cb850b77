import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { earlyPaymentStruct } from "../../signing/earlyPaymentStruct.ts";
import type { EarlyPaymentTerms } from "../../signing/earlyPaymentTerms.ts";
import type { PartySignature } from "../../signing/partySignature.ts";

export type AgreeParameters = WriteParameters & {
  /** What both agreed on. */
  readonly terms: EarlyPaymentTerms;
  /** The obligor's signature, or `sentBy` when its account sends the transaction. */
  readonly obligor: PartySignature;
  /** The holder's, likewise. */
  readonly holder: PartySignature;
};

export type AgreeReturnType = WriteReturnType & {
  /** Number of the early payment. */
  readonly earlyPayment: bigint;
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** Whether the obligor was overdue elsewhere, so that this prefers one creditor over others. */
  readonly obligorOverdue: boolean;
};

export type AgreeErrorType = LedgerErrorType;

/**
 * Agrees on a discounted payment before the due day with the signatures of obligor and holder (`earlyPaymentTypedData`): the
 * value is held and the payment instructed.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { earlyPayments, earlyPaymentTypedData, sentBy, signTypedMessage } from "@tallystick/sdk";
 *
 * const terms = await scene.earlyPaymentTerms();
 * const deadline = terms.expiresAt;
 * const typedData = earlyPaymentTypedData(deployment, { terms, deadline, epoch: 1 });
 * const { earlyPayment, obligorOverdue } = await earlyPayments.agree(obligor, {
 *   terms,
 *   obligor: sentBy(signers.obligor.address, 1),
 *   holder: await signTypedMessage(signers.supplier, typedData),
 * });
 * obligorOverdue // => false
 * (await earlyPayments.get(obligor, { earlyPayment })).state // => "agreed"
 */
export async function agree(ledger: Ledger, parameters: AgreeParameters): Promise<AgreeReturnType> {
  const { terms, obligor, holder } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "earlyPayments",
    "agree",
    parameters,
    (contract, ref) =>
      contract.agree.populateTransaction(earlyPaymentStruct(terms), obligor, holder, ref),
  );
  const event = eventOf("EarlyPaymentAgreed");
  return {
    ...written,
    earlyPayment: event.earlyPayment,
    instruction: event.instruction,
    obligorOverdue: event.obligorOverdue,
  };
}
