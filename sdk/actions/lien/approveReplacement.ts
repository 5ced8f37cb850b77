import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ApproveReplacementParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** EIP-712 digest of the replacement (`replacementDigest`); undefined to approve none any more. */
  readonly order?: string | undefined;
};

export type ApproveReplacementReturnType = WriteReturnType;

export type ApproveReplacementErrorType = LedgerErrorType;

/**
 * Lets pledged goods be replaced by one order, by the secured party; the lien goes over to the new goods.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens, receipts, replacementDigest } from "@tallystick/sdk";
 *
 * const { lien, hold, token: receipt } = await scene.lien.activeGoods();
 * const { lot: newLot } = await scene.warehouse.counted();
 * const replacement = scene.warehouse.replacement({ receipt, newLot, hold });
 * const order = replacementDigest(deployment, { replacement, deadline: 2_000_000_000, epoch: 1 });
 * await liens.approveReplacement(financier, { lien, order });
 * (await receipts.getApproval(custodian, { hold })).replacement === order // => true
 */
export async function approveReplacement(
  ledger: Ledger,
  parameters: ApproveReplacementParameters,
): Promise<ApproveReplacementReturnType> {
  const { lien, order } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "approveReplacement",
    parameters,
    (contract, ref) =>
      contract.approveReplacement.populateTransaction(lien, order ?? ZeroHash, ref),
  );
  return written;
}
