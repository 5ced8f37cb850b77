import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SettleWaitingParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
};

export type SettleWaitingReturnType = WriteReturnType;

export type SettleWaitingErrorType = LedgerErrorType;

/**
 * Pays what waited on a certificate that was frozen or firmly held, once it is released; by anyone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, settlements } from "@tallystick/sdk";
 *
 * const { receivable, certificate } = await scene.settlingFrozen();
 * await settlements.settleBatch(anyone, { receivable, limit: 100 });
 * (await certificates.getTotals(anyone, { receivable })).settled // => 0n
 * await scene.release(certificate);
 * await settlements.settleWaiting(anyone, { certificate });
 * (await certificates.getTotals(anyone, { receivable })).live // => 0n
 */
export async function settleWaiting(
  ledger: Ledger,
  parameters: SettleWaitingParameters,
): Promise<SettleWaitingReturnType> {
  const { certificate } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlementRuns",
    "settleWaiting",
    parameters,
    (contract, ref) => contract.settleWaiting.populateTransaction(certificate, ref),
  );
  return written;
}
