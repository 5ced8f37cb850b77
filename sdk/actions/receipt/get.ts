import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { ReceiptPosition } from "./receiptPosition.ts";

export type GetParameters = {
  /** Token id of the receipt. */
  readonly receipt: bigint;
};

export type GetReturnType = ReceiptPosition & {
  /** Lot that it is title to a part of. */
  readonly lot: number;
  /** Token id of the receipt that it came from; undefined for the custodian's root. */
  readonly parent: bigint | undefined;
};

export type GetErrorType = LedgerErrorType;

/**
 * A warehouse receipt, spent ones included.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt, lot } = await scene.warehouse.issued({ quantity: 8_000n });
 * const position = await receipts.get(bank, { receipt });
 * position.quantity // => 8_000n
 * position.owner === who.supplier // => true
 * position.lot === lot // => true
 */
export async function get(ledger: Ledger, { receipt }: GetParameters): Promise<GetReturnType> {
  const { token, value, ...its } = await circulationViews("warehouseReceipts").positionOf(
    ledger,
    receipt,
  );
  return { receipt: token, quantity: value, ...its, lot: Number(receipt >> 32n) };
}
