import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExpireOfferParameters = WriteParameters & {
  /** Number of the offer; receipts have numbers of their own. */
  readonly offer: bigint;
};

export type ExpireOfferReturnType = WriteReturnType;

export type ExpireOfferErrorType = LedgerErrorType;

/**
 * Ends an offer after its expiry, or once its lot no longer circulates; by anyone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { offer, receipt } = await scene.warehouse.offered();
 * await scene.passDays(2);
 * await receipts.expireOffer(anyone, { offer });
 * (await receipts.get(supplier, { receipt })).held // => 0n
 */
export async function expireOffer(
  ledger: Ledger,
  parameters: ExpireOfferParameters,
): Promise<ExpireOfferReturnType> {
  return circulation("warehouseReceipts").expireOffer(ledger, parameters);
}
