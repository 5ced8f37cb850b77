import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Cancellation } from "../../signing/cancellation.ts";
import type { PartySignature } from "../../signing/partySignature.ts";

export type CancelParameters = WriteParameters & {
  /** The holder's order. */
  readonly cancellation: Cancellation;
  /** Signature of the holder of record. */
  readonly holder: PartySignature;
};

export type CancelReturnType = WriteReturnType;

export type CancelErrorType = LedgerErrorType;

/**
 * Ends a receipt while the goods stay, by an account of the custodian with the holder's signature of a
 * `cancellationTypedData`.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { cancellationTypedData, receipts, signTypedMessage, warehouses } from "@tallystick/sdk";
 *
 * const { receipt, lot } = await scene.warehouse.issued({ quantity: 8_000n });
 * const cancellation = scene.warehouse.cancellation({ receipt });
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = cancellationTypedData(deployment, { cancellation, deadline, epoch: 1 });
 * const holder = await signTypedMessage(signers.supplier, typedData);
 * await receipts.cancel(custodian, { cancellation, holder });
 * const { live, measured } = await warehouses.getLot(supplier, { lot });
 * live // => 7_000n
 * measured // => 10_000n
 */
export async function cancel(
  ledger: Ledger,
  parameters: CancelParameters,
): Promise<CancelReturnType> {
  const { receipt: token, ...order } = parameters.cancellation;
  const { account, signature, deadline, epoch } = parameters.holder;
  const signed = { token, ...order, deadline, epoch };
  const { written } = await writeContract(
    ledger,
    "warehouseReceipts",
    "cancel",
    parameters,
    (contract, ref) => contract.cancel.populateTransaction(signed, account, signature, ref),
  );
  return written;
}
