import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type DeclineOfferParameters = WriteParameters & {
  /** Number of the offer; receipts have numbers of their own. */
  readonly offer: bigint;
};

export type DeclineOfferReturnType = WriteReturnType;

export type DeclineOfferErrorType = LedgerErrorType;

/**
 * Declines an offer, by an account of the member that it was made to.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { offer, receipt } = await scene.warehouse.offered();
 * await receipts.declineOffer(buyer, { offer });
 * (await receipts.get(supplier, { receipt })).held // => 0n
 */
export async function declineOffer(
  ledger: Ledger,
  parameters: DeclineOfferParameters,
): Promise<DeclineOfferReturnType> {
  return circulation("warehouseReceipts").declineOffer(ledger, parameters);
}
