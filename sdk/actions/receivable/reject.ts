import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RejectParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** Digest of the reason, 32 bytes in hex; zero by default. */
  readonly reasonDigest?: string | undefined;
};

export type RejectReturnType = WriteReturnType;

export type RejectErrorType = LedgerErrorType;

/**
 * Rejects a confirmation, by the creditor before it accepts: limit and invoices are free again.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.confirmed();
 * await receivables.reject(supplier, { receivable, reasonDigest: scene.digest("wrong due day") });
 * (await receivables.get(supplier, { receivable })).state // => "rejected"
 */
export async function reject(
  ledger: Ledger,
  parameters: RejectParameters,
): Promise<RejectReturnType> {
  const { receivable, reasonDigest = ZeroHash } = parameters;
  const { written } = await writeContract(
    ledger,
    "receivables",
    "reject",
    parameters,
    (contract, ref) => contract.reject.populateTransaction(receivable, reasonDigest, ref),
  );
  return written;
}
