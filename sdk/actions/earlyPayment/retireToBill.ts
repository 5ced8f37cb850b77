import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import { retirementStruct } from "../../signing/retirementStruct.ts";
import type { RetirementTerms } from "../../signing/retirementTerms.ts";

export type RetireToBillParameters = WriteParameters & {
  /** What both agreed on. */
  readonly terms: RetirementTerms;
  /** Where the nearest claimed ranges of the bill below start, from `claims.getLeftNeighbours`. */
  readonly lefts: readonly bigint[];
  /** The obligor's signature, or `sentBy` when its account sends the transaction. */
  readonly obligor: PartySignature;
  /** The holder's, likewise. */
  readonly holder: PartySignature;
};

export type RetireToBillReturnType = WriteReturnType;

export type RetireToBillErrorType = LedgerErrorType;

/**
 * Retires value to a range of a bill with the signatures of obligor and holder (`retirementTypedData`): it ends on the ledger
 * and lives on in the bill.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import {
 *   certificates, claims, earlyPayments, retirementTypedData, signTypedMessage,
 * } from "@tallystick/sdk";
 *
 * const terms = await scene.retirementTerms();
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = retirementTypedData(deployment, { terms, deadline, epoch: 1 });
 * await earlyPayments.retireToBill(anyone, {
 *   terms,
 *   lefts: await claims.getLeftNeighbours(anyone, terms),
 *   obligor: await signTypedMessage(signers.obligor, typedData),
 *   holder: await signTypedMessage(signers.supplier, typedData),
 * });
 * const receivable = Number(terms.certificate >> 32n);
 * const { retired } = await certificates.getTotals(anyone, { receivable });
 * retired === terms.value // => true
 */
export async function retireToBill(
  ledger: Ledger,
  parameters: RetireToBillParameters,
): Promise<RetireToBillReturnType> {
  const { terms, lefts, obligor, holder } = parameters;
  const { written } = await writeContract(
    ledger,
    "earlyPayments",
    "retireToBill",
    parameters,
    (contract, ref) =>
      contract.retireToBill.populateTransaction(
        retirementStruct(terms),
        [...lefts],
        obligor,
        holder,
        ref,
      ),
  );
  return written;
}
