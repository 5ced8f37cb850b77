import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { ReceiptPassAcceptance } from "../../signing/receiptAcceptanceTypedData.ts";

export type TransferWithAcceptanceParameters = WriteParameters & {
  /** What the recipient signed. */
  readonly acceptance: ReceiptPassAcceptance;
  /** The recipient's signature. */
  readonly recipient: PartySignature;
};

export type TransferWithAcceptanceReturnType = WriteReturnType & {
  /** Token id of the new receipt. */
  readonly receipt: bigint;
};

export type TransferWithAcceptanceErrorType = LedgerErrorType;

/**
 * Passes a quantity with the recipient's signature of a `receiptAcceptanceTypedData`, in one transaction.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { randomNonce, receiptAcceptanceTypedData, receipts, signTypedMessage } from "@tallystick/sdk";
 *
 * const { receipt: whole } = await scene.warehouse.issued();
 * const acceptance = {
 *   receipt: whole,
 *   to: who.buyer,
 *   quantity: 500n,
 *   tradeReference: scene.digest("order 7"),
 *   nonce: randomNonce(),
 * };
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = receiptAcceptanceTypedData(deployment, { acceptance, deadline, epoch: 1 });
 * const recipient = await signTypedMessage(signers.buyer, typedData);
 * const { receipt } = await receipts.transferWithAcceptance(supplier, { acceptance, recipient });
 * (await receipts.get(buyer, { receipt })).owner === who.buyer // => true
 */
export async function transferWithAcceptance(
  ledger: Ledger,
  parameters: TransferWithAcceptanceParameters,
): Promise<TransferWithAcceptanceReturnType> {
  const { acceptance, recipient, ref } = parameters;
  const { receipt, to, quantity, tradeReference, nonce } = acceptance;
  const its = { token: receipt, to, value: quantity, tradeReference, nonce, recipient, ref };
  const { written, token } = await circulation("warehouseReceipts").transferWithAcceptance(
    ledger,
    its,
  );
  return { ...written, receipt: token };
}
