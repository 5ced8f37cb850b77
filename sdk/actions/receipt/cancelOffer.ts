import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CancelOfferParameters = WriteParameters & {
  /** Number of the offer; receipts have numbers of their own. */
  readonly offer: bigint;
};

export type CancelOfferReturnType = WriteReturnType;

export type CancelOfferErrorType = LedgerErrorType;

/**
 * Takes an open offer back, by an account of its holder.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { offer, receipt } = await scene.warehouse.offered();
 * await receipts.cancelOffer(supplier, { offer });
 * (await receipts.get(supplier, { receipt })).held // => 0n
 */
export async function cancelOffer(
  ledger: Ledger,
  parameters: CancelOfferParameters,
): Promise<CancelOfferReturnType> {
  return circulation("warehouseReceipts").cancelOffer(ledger, parameters);
}
