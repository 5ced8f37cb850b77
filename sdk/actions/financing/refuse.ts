import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RefuseParameters = WriteParameters & {
  /** Number of the financing. */
  readonly financing: bigint;
};

export type RefuseReturnType = WriteReturnType;

export type RefuseErrorType = LedgerErrorType;

/**
 * Steps back from a financing before its payment is instructed, by the financier.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { financings } from "@tallystick/sdk";
 *
 * const { financing } = await scene.financing();
 * await financings.refuse(financier, { financing });
 * (await financings.get(supplier, { financing })).state // => "failed"
 */
export async function refuse(
  ledger: Ledger,
  parameters: RefuseParameters,
): Promise<RefuseReturnType> {
  const { financing } = parameters;
  const { written } = await writeContract(
    ledger,
    "factoring",
    "refuse",
    parameters,
    (contract, ref) => contract.refuse.populateTransaction(financing, ref),
  );
  return written;
}
