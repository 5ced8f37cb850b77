import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { ReceiptPosition } from "./receiptPosition.ts";

export type GetLineageParameters = {
  /** Token id of the receipt. */
  readonly receipt: bigint;
};

export type GetLineageReturnType = readonly ReceiptPosition[];

export type GetLineageErrorType = LedgerErrorType;

/**
 * A receipt and its ancestors up to the custodian's root, from the chain's state alone.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const lineage = await receipts.getLineage(bank, { receipt });
 * lineage.map(({ owner }) => owner === who.custodian) // => [false, true]
 */
export async function getLineage(
  ledger: Ledger,
  { receipt }: GetLineageParameters,
): Promise<GetLineageReturnType> {
  const links = await circulationViews("warehouseReceipts").lineage(ledger, receipt);
  return links.map(({ token, value, ...its }) => ({ receipt: token, quantity: value, ...its }));
}
