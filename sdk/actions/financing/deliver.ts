import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type DeliverParameters = WriteParameters & {
  /** Number of the financing. */
  readonly financing: bigint;
};

export type DeliverReturnType = WriteReturnType;

export type DeliverErrorType = LedgerErrorType;

/**
 * Delivers what was paid while the certificate could not move: the financing, or its buy-back; by anyone, after release.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { financings } from "@tallystick/sdk";
 *
 * const { financing, certificate } = await scene.paidWhileFrozen();
 * (await financings.get(anyone, { financing })).state // => "waiting"
 * await scene.release(certificate);
 * await financings.deliver(anyone, { financing });
 * (await financings.get(anyone, { financing })).state // => "delivered"
 */
export async function deliver(
  ledger: Ledger,
  parameters: DeliverParameters,
): Promise<DeliverReturnType> {
  const { financing } = parameters;
  const { written } = await writeContract(
    ledger,
    "factoring",
    "deliver",
    parameters,
    (contract, ref) => contract.deliver.populateTransaction(financing, ref),
  );
  return written;
}
