import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { earlyPaymentStruct } from "../../signing/earlyPaymentStruct.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { PledgedPaymentTerms } from "../../signing/pledgedPaymentTerms.ts";
import type { AgreeReturnType } from "./agree.ts";

export type AgreePledgedParameters = WriteParameters & {
  /** What the three agreed on. */
  readonly terms: PledgedPaymentTerms;
  /** The obligor's signature, or `sentBy` when its account sends the transaction. */
  readonly obligor: PartySignature;
  /** The holder's, likewise. */
  readonly holder: PartySignature;
  /** The secured party's, likewise. */
  readonly securedParty: PartySignature;
};

export type AgreePledgedReturnType = AgreeReturnType;

export type AgreePledgedErrorType = LedgerErrorType;

/**
 * Agrees on a discounted payment of encumbered value before the due day, with the signatures of obligor, holder and
 * secured party (`pledgedPaymentTypedData`): the payment to the secured party is instructed, and what is paid ends of
 * the certificate and of the lien. What is free is paid by `agree`.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { earlyPayments, pledgedPaymentTypedData, sentBy, signTypedMessage } from "@tallystick/sdk";
 *
 * const terms = await scene.lien.earlyPaymentTerms();
 * const typedData = pledgedPaymentTypedData(deployment, { terms, deadline: terms.expiresAt, epoch: 1 });
 * const { earlyPayment } = await earlyPayments.agreePledged(obligor, {
 *   terms,
 *   obligor: sentBy(signers.obligor.address, 1),
 *   holder: await signTypedMessage(signers.supplier, typedData),
 *   securedParty: await signTypedMessage(signers.financier, typedData),
 * });
 * (await earlyPayments.get(obligor, { earlyPayment })).lien === terms.lien // => true
 */
export async function agreePledged(
  ledger: Ledger,
  parameters: AgreePledgedParameters,
): Promise<AgreePledgedReturnType> {
  const { terms, obligor, holder, securedParty } = parameters;
  const { lien, securedPartyNonce, securedParty: member, ...shared } = terms;
  const payment = {
    terms: earlyPaymentStruct(shared),
    lien,
    securedParty: member,
    securedPartyNonce,
  };
  const { written, eventOf } = await writeContract(
    ledger,
    "earlyPayments",
    "agreePledged",
    parameters,
    (contract, ref) =>
      contract.agreePledged.populateTransaction(payment, obligor, holder, securedParty, ref),
  );
  const event = eventOf("EarlyPaymentAgreed");
  return {
    ...written,
    earlyPayment: event.earlyPayment,
    instruction: event.instruction,
    obligorOverdue: event.obligorOverdue,
  };
}
