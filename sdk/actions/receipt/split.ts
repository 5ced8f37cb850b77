import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SplitParameters = WriteParameters & {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** Count of the location's unit. */
  readonly quantity: bigint;
};

export type SplitReturnType = WriteReturnType & {
  /** Token id of the new receipt. */
  readonly receipt: bigint;
};

export type SplitErrorType = LedgerErrorType;

/**
 * Splits a part off into a sibling of the same holder.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt: whole } = await scene.warehouse.issued({ quantity: 8_000n });
 * const { receipt } = await receipts.split(supplier, { receipt: whole, quantity: 3_000n });
 * (await receipts.get(supplier, { receipt })).quantity // => 3_000n
 * (await receipts.get(supplier, { receipt: whole })).quantity // => 5_000n
 */
export async function split(ledger: Ledger, parameters: SplitParameters): Promise<SplitReturnType> {
  const { receipt, quantity, ref } = parameters;
  const its = { token: receipt, value: quantity, ref };
  const { written, token } = await circulation("warehouseReceipts").split(ledger, its);
  return { ...written, receipt: token };
}
