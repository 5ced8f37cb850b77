import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExpireParameters = WriteParameters & {
  /** Number of the financing. */
  readonly financing: bigint;
};

export type ExpireReturnType = WriteReturnType;

export type ExpireErrorType = LedgerErrorType;

/**
 * Ends a financing that was not registered in time or before circulation ended, by anyone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { financings } from "@tallystick/sdk";
 *
 * const { financing } = await scene.financing();
 * await scene.passDays(3);
 * await financings.expire(anyone, { financing });
 * (await financings.get(anyone, { financing })).state // => "failed"
 */
export async function expire(
  ledger: Ledger,
  parameters: ExpireParameters,
): Promise<ExpireReturnType> {
  const { financing } = parameters;
  const { written } = await writeContract(
    ledger,
    "factoring",
    "expireFinancing",
    parameters,
    (contract, ref) => contract.expireFinancing.populateTransaction(financing, ref),
  );
  return written;
}
