import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { ReceiptPass } from "./receiptPass.ts";

export type TransferBatchParameters = WriteParameters & {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** Who gets what for which trade. */
  readonly passes: readonly ReceiptPass[];
};

export type TransferBatchReturnType = WriteReturnType & {
  /** Token ids of the new receipts, in the order of the passes. */
  readonly receipts: readonly bigint[];
};

export type TransferBatchErrorType = LedgerErrorType;

/**
 * Passes parts of one receipt to up to 200 members in one transaction, all or none. Each of them gave the holder a
 * standing acceptance for receipts.
 *
 * @throws LedgerError when the ledger refuses; its `cause` is the error of the item
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const until = (await scene.now()) + 86_400;
 * const framework = scene.digest("framework contract");
 * await receipts.setStandingAcceptance(buyer, { sender: who.supplier, until, framework });
 * const tradeReference = scene.digest("order 7");
 * const passes = [
 *   { to: who.buyer, quantity: 100n, tradeReference },
 *   { to: who.buyer, quantity: 50n, tradeReference },
 * ];
 * (await receipts.transferBatch(supplier, { receipt, passes })).receipts.length // => 2
 */
export async function transferBatch(
  ledger: Ledger,
  parameters: TransferBatchParameters,
): Promise<TransferBatchReturnType> {
  const { receipt, ref } = parameters;
  const passes = parameters.passes.map(({ to, quantity, tradeReference }) => ({
    to,
    value: quantity,
    tradeReference,
  }));
  const { written, tokens } = await circulation("warehouseReceipts").transferBatch(ledger, {
    token: receipt,
    passes,
    ref,
  });
  return { ...written, receipts: tokens };
}
