import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExpireParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
};

export type ExpireReturnType = WriteReturnType;

export type ExpireErrorType = LedgerErrorType;

/**
 * Ends a confirmation that its creditor did not accept in time, by anyone: limit and invoices are free again.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.confirmed();
 * await scene.passDays(2);
 * await receivables.expire(anyone, { receivable });
 * (await receivables.get(anyone, { receivable })).state // => "expired"
 */
export async function expire(
  ledger: Ledger,
  parameters: ExpireParameters,
): Promise<ExpireReturnType> {
  const { receivable } = parameters;
  const { written } = await writeContract(
    ledger,
    "receivables",
    "expire",
    parameters,
    (contract, ref) => contract.expire.populateTransaction(receivable, ref),
  );
  return written;
}
