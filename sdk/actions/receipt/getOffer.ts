import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { OfferState } from "../../vocabulary/offerStates.ts";

export type GetOfferParameters = {
  /** Number of the offer; receipts have numbers of their own. */
  readonly offer: bigint;
};

export type GetOfferReturnType = {
  /** Number of the offer. */
  readonly offer: bigint;
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
  /** Where it stands. */
  readonly state: OfferState;
};

export type GetOfferErrorType = LedgerErrorType;

/**
 * An offer of a receipt; its state is `none` for an unknown number.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { offer } = await scene.warehouse.offered();
 * (await receipts.getOffer(buyer, { offer })).state // => "open"
 */
export async function getOffer(
  ledger: Ledger,
  { offer }: GetOfferParameters,
): Promise<GetOfferReturnType> {
  const { token, value, ...its } = await circulationViews("warehouseReceipts").offerOf(
    ledger,
    offer,
  );
  return { offer, receipt: token, quantity: value, ...its };
}
