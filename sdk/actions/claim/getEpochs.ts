import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { KeyEpochs } from "../../tags/keyEpochs.ts";

/** Nothing is asked. */
export type GetEpochsParameters = Readonly<Record<string, never>>;

export type GetEpochsReturnType = KeyEpochs & {
  /** Public key of the current epoch's tags, 32 bytes in hex; undefined for epoch 0, whose tags are not blind. */
  readonly publicKey: string | undefined;
};

export type GetEpochsErrorType = LedgerErrorType;

/**
 * Key epochs under which a new claim presents tags. Compare the public key with the pinned key set.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { claims } from "@tallystick/sdk";
 *
 * await claims.getEpochs(anyone) // => { current: 0, earlier: [], publicKey: undefined }
 */
export async function getEpochs(
  ledger: Ledger,
  _parameters: GetEpochsParameters = {},
): Promise<GetEpochsReturnType> {
  const [current, earlier] = await Promise.all([
    readContract(ledger, "claims", (contract) => contract.epoch()),
    readContract(ledger, "claims", (contract) => contract.earlierEpochs()),
  ]);
  const { publicKey } = await readContract(ledger, "claims", (contract) =>
    contract.epochOf(current),
  );
  return {
    current: Number(current),
    earlier: earlier.map(Number),
    publicKey: BigInt(publicKey) === 0n ? undefined : publicKey,
  };
}
