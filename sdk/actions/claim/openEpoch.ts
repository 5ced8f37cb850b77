import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type OpenEpochParameters = WriteParameters & {
  /** Public key of the new epoch's tags, from its key set: 32 bytes in hex. */
  readonly publicKey: string;
};

export type OpenEpochReturnType = WriteReturnType & {
  /** The new epoch. */
  readonly epoch: number;
};

export type OpenEpochErrorType = LedgerErrorType;

/**
 * Opens the next key epoch, by the account that governs the ledger. It has a grant with an execution delay, so the call
 * must have been scheduled at the AccessManager. What was registered and not confirmed before is registered anew.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { claims } from "@tallystick/sdk";
 *
 * const publicKey = scene.digest("public key of epoch 1");
 * const refused = await claims.openEpoch(anyone, { publicKey }).catch((error) => error);
 * refused.code // => "AccessManagedUnauthorized"
 * await scene.announceEpoch(publicKey);
 * (await claims.openEpoch(governance, { publicKey })).epoch // => 1
 */
export async function openEpoch(
  ledger: Ledger,
  parameters: OpenEpochParameters,
): Promise<OpenEpochReturnType> {
  const { written, eventOf } = await writeContract(
    ledger,
    "claims",
    "openEpoch",
    parameters,
    (contract, ref) => contract.openEpoch.populateTransaction(parameters.publicKey, ref),
  );
  return { ...written, epoch: Number(eventOf("EpochOpened").epoch) };
}
