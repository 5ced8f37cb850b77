import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AcceptOfferParameters = WriteParameters & {
  /** Number of the offer; receipts have numbers of their own. */
  readonly offer: bigint;
};

export type AcceptOfferReturnType = WriteReturnType & {
  /** Token id of the new receipt. */
  readonly receipt: bigint;
};

export type AcceptOfferErrorType = LedgerErrorType;

/**
 * Takes what was offered, by an account of the member that it was offered to.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { offer, quantity } = await scene.warehouse.offered();
 * const { receipt } = await receipts.acceptOffer(buyer, { offer });
 * (await receipts.get(buyer, { receipt })).quantity === quantity // => true
 */
export async function acceptOffer(
  ledger: Ledger,
  parameters: AcceptOfferParameters,
): Promise<AcceptOfferReturnType> {
  const { written, token } = await circulation("warehouseReceipts").acceptOffer(ledger, parameters);
  return { ...written, receipt: token };
}
