import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type MergeParameters = WriteParameters & {
  /** Token id that takes the quantity. */
  readonly receipt: bigint;
  /** Token ids that are emptied. */
  readonly others: readonly bigint[];
};

export type MergeReturnType = WriteReturnType;

export type MergeErrorType = LedgerErrorType;

/**
 * Moves all of some receipts into a sibling: parts of one receipt with one holder, equal flags and nothing held.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued({ quantity: 8_000n });
 * const part = await receipts.split(supplier, { receipt, quantity: 3_000n });
 * await receipts.merge(supplier, { receipt, others: [part.receipt] });
 * (await receipts.get(supplier, { receipt })).quantity // => 8_000n
 */
export async function merge(ledger: Ledger, parameters: MergeParameters): Promise<MergeReturnType> {
  const { receipt, others, ref } = parameters;
  return circulation("warehouseReceipts").merge(ledger, { token: receipt, others, ref });
}
