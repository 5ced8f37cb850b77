import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetApprovalParameters = {
  /** Number of the hold. */
  readonly hold: bigint;
};

export type GetApprovalReturnType = {
  /** Quantity that may be picked up of what is held. */
  readonly quantity: bigint;
  /** Digest of the replacement that is approved (`replacementDigest`). */
  readonly replacement: string | undefined;
};

export type GetApprovalErrorType = LedgerErrorType;

/**
 * What the contract that holds a receipt lets happen to it.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * (await receipts.getApproval(custodian, { hold: 1n })).quantity // => 0n
 */
export async function getApproval(
  ledger: Ledger,
  { hold }: GetApprovalParameters,
): Promise<GetApprovalReturnType> {
  const { quantity, replacement } = await readContract(ledger, "warehouseReceipts", (contract) =>
    contract.approvalOf(hold),
  );
  return { quantity, replacement: replacement === ZeroHash ? undefined : replacement };
}
