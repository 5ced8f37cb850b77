import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PassAcceptance } from "../../signing/acceptanceTypedData.ts";
import type { PartySignature } from "../../signing/partySignature.ts";

export type TransferWithAcceptanceParameters = WriteParameters & {
  /** What the recipient signed. */
  readonly acceptance: PassAcceptance;
  /** The recipient's signature. */
  readonly recipient: PartySignature;
};

export type TransferWithAcceptanceReturnType = WriteReturnType & {
  /** Token id of the new certificate. */
  readonly certificate: bigint;
};

export type TransferWithAcceptanceErrorType = LedgerErrorType;

/**
 * Passes value with the recipient's signature of an `acceptanceTypedData`, in one transaction.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import {
 *   acceptanceTypedData, certificates, randomNonce, signTypedMessage,
 * } from "@tallystick/sdk";
 *
 * const { certificate: root } = await scene.issued({ face: 1_000_00n });
 * const acceptance = {
 *   certificate: root,
 *   to: who.buyer,
 *   value: 250_00n,
 *   tradeReference: scene.digest("order 7"),
 *   nonce: randomNonce(),
 * };
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = acceptanceTypedData(deployment, { acceptance, deadline, epoch: 1 });
 * const recipient = await signTypedMessage(signers.buyer, typedData);
 * const { certificate } = await certificates.transferWithAcceptance(supplier, {
 *   acceptance,
 *   recipient,
 * });
 * (await certificates.getPosition(buyer, { certificate })).owner === who.buyer // => true
 */
export async function transferWithAcceptance(
  ledger: Ledger,
  parameters: TransferWithAcceptanceParameters,
): Promise<TransferWithAcceptanceReturnType> {
  const { acceptance, recipient, ref } = parameters;
  const its = { ...acceptance, token: acceptance.certificate, recipient, ref };
  const { written, token } = await circulation("creditCertificates").transferWithAcceptance(
    ledger,
    its,
  );
  return { ...written, certificate: token };
}
