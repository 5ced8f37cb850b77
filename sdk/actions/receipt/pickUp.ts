import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { PickUp } from "../../signing/pickUp.ts";

export type PickUpParameters = WriteParameters & {
  /** The holder's order. */
  readonly pickUp: PickUp;
  /** Signature of the holder of record. */
  readonly holder: PartySignature;
};

export type PickUpReturnType = WriteReturnType;

export type PickUpErrorType = LedgerErrorType;

/**
 * Lets goods out against a receipt, by an account of the custodian with the holder's signature of a
 * `pickUpTypedData`. Possible after storage ended; what somebody holds leaves only with its approval.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { pickUpTypedData, receipts, signTypedMessage, warehouses } from "@tallystick/sdk";
 *
 * const { receipt, lot } = await scene.warehouse.issued({ quantity: 8_000n });
 * const pickUp = scene.warehouse.pickUp({ receipt });
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = pickUpTypedData(deployment, { pickUp, deadline, epoch: 1 });
 * const holder = await signTypedMessage(signers.supplier, typedData);
 * await receipts.pickUp(custodian, { pickUp, holder });
 * (await receipts.get(supplier, { receipt })).quantity // => 7_000n
 * (await warehouses.getLot(supplier, { lot })).measured // => 9_000n
 */
export async function pickUp(
  ledger: Ledger,
  parameters: PickUpParameters,
): Promise<PickUpReturnType> {
  const { receipt: token, ...order } = parameters.pickUp;
  const { account, signature, deadline, epoch } = parameters.holder;
  const signed = { token, ...order, deadline, epoch };
  const { written } = await writeContract(
    ledger,
    "warehouseReceipts",
    "pickUp",
    parameters,
    (contract, ref) => contract.pickUp.populateTransaction(signed, account, signature, ref),
  );
  return written;
}
