import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type OfferParameters = WriteParameters & {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** Member that receives. */
  readonly to: number;
  /** Count of the location's unit. */
  readonly quantity: bigint;
  /** Last second, in block time, in which it can be accepted. */
  readonly expiresAt: number;
  /** Digest of the trade that the pass belongs to, 32 bytes in hex. */
  readonly tradeReference: string;
};

export type OfferReturnType = WriteReturnType & {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type OfferErrorType = LedgerErrorType;

/**
 * Offers a quantity to a member. It is held until the member accepts or declines, the holder cancels, or it
 * expires.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const { offer } = await receipts.offer(supplier, {
 *   receipt,
 *   to: who.buyer,
 *   quantity: 500n,
 *   expiresAt: (await scene.now()) + 86_400,
 *   tradeReference: scene.digest("order 7"),
 * });
 * (await receipts.getOffer(buyer, { offer })).quantity // => 500n
 * (await receipts.get(supplier, { receipt })).held // => 500n
 */
export async function offer(ledger: Ledger, parameters: OfferParameters): Promise<OfferReturnType> {
  const { receipt, to, quantity, expiresAt, tradeReference, ref } = parameters;
  const its = { token: receipt, to, value: quantity, expiresAt, tradeReference, ref };
  return circulation("warehouseReceipts").offer(ledger, its);
}
