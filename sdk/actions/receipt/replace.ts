import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { Replacement } from "../../signing/replacement.ts";

export type ReplaceParameters = WriteParameters & {
  /** The holder's order. */
  readonly replacement: Replacement;
  /** Signature of the holder of record. */
  readonly holder: PartySignature;
};

export type ReplaceReturnType = WriteReturnType & {
  /** Token id of the receipt over the new goods. */
  readonly receipt: bigint;
  /** Hold on it; undefined when there was none on the old one. */
  readonly hold: bigint | undefined;
};

export type ReplaceErrorType = LedgerErrorType;

/**
 * Replaces goods, by an account of the custodian of both lots with the holder's signature of a
 * `replacementTypedData`: the new ones are under receipt before the old ones are free, or nothing happens.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts, replacementTypedData, signTypedMessage } from "@tallystick/sdk";
 *
 * const { receipt: old } = await scene.warehouse.issued({ quantity: 8_000n });
 * const { lot: newLot } = await scene.warehouse.counted({ quantity: 5_000n });
 * const replacement = scene.warehouse.replacement({ receipt: old, newLot });
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = replacementTypedData(deployment, { replacement, deadline, epoch: 1 });
 * const holder = await signTypedMessage(signers.supplier, typedData);
 * const { receipt } = await receipts.replace(custodian, { replacement, holder });
 * (await receipts.get(supplier, { receipt })).quantity // => 900n
 * (await receipts.get(supplier, { receipt: old })).quantity // => 7_000n
 */
export async function replace(
  ledger: Ledger,
  parameters: ReplaceParameters,
): Promise<ReplaceReturnType> {
  const { receipt: token, ...order } = parameters.replacement;
  const { account, signature, deadline, epoch } = parameters.holder;
  const signed = { token, ...order, deadline, epoch };
  const { written, eventOf } = await writeContract(
    ledger,
    "warehouseReceipts",
    "replace",
    parameters,
    (contract, ref) => contract.replace.populateTransaction(signed, account, signature, ref),
  );
  const { newToken, newHold } = eventOf("ReceiptReplaced");
  return { ...written, receipt: newToken, hold: newHold === 0n ? undefined : newHold };
}
