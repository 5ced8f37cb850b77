import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ApprovePickUpParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Count of the goods' unit. */
  readonly quantity: bigint;
};

export type ApprovePickUpReturnType = WriteReturnType;

export type ApprovePickUpErrorType = LedgerErrorType;

/**
 * Lets so much of pledged goods be picked up, by the secured party, instead of what it approved before.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens, receipts } from "@tallystick/sdk";
 *
 * const { lien, hold } = await scene.lien.activeGoods();
 * await liens.approvePickUp(financier, { lien, quantity: 500n });
 * (await receipts.getApproval(custodian, { hold })).quantity // => 500n
 */
export async function approvePickUp(
  ledger: Ledger,
  parameters: ApprovePickUpParameters,
): Promise<ApprovePickUpReturnType> {
  const { lien, quantity } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "approvePickUp",
    parameters,
    (contract, ref) => contract.approvePickUp.populateTransaction(lien, quantity, ref),
  );
  return written;
}
