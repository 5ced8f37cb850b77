import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type TransferParameters = WriteParameters & {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** Member that receives. */
  readonly to: number;
  /** Count of the location's unit. */
  readonly quantity: bigint;
  /** Digest of the trade that the pass belongs to, 32 bytes in hex. */
  readonly tradeReference: string;
};

export type TransferReturnType = WriteReturnType & {
  /** Token id of the new receipt. */
  readonly receipt: bigint;
};

export type TransferErrorType = LedgerErrorType;

/**
 * Passes a quantity to a member that gave the holder a standing acceptance for receipts. The custodian is told.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt: whole } = await scene.warehouse.issued();
 * const until = (await scene.now()) + 86_400;
 * const framework = scene.digest("framework contract");
 * await receipts.setStandingAcceptance(buyer, { sender: who.supplier, until, framework });
 * const { receipt } = await receipts.transfer(supplier, {
 *   receipt: whole,
 *   to: who.buyer,
 *   quantity: 500n,
 *   tradeReference: scene.digest("order 7"),
 * });
 * const { owner, quantity } = await receipts.get(buyer, { receipt });
 * owner === who.buyer // => true
 * quantity // => 500n
 */
export async function transfer(
  ledger: Ledger,
  parameters: TransferParameters,
): Promise<TransferReturnType> {
  const { receipt, to, quantity, tradeReference, ref } = parameters;
  const its = { token: receipt, to, value: quantity, tradeReference, ref };
  const { written, token } = await circulation("warehouseReceipts").transfer(ledger, its);
  return { ...written, receipt: token };
}
