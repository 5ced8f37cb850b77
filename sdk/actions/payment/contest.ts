import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ContestParameters = WriteParameters & {
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** Digest of what the payee says, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type ContestReturnType = WriteReturnType;

export type ContestErrorType = LedgerErrorType;

/**
 * Disputes what a bank attested, by the payee. It changes no state: the bank answers for its word.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { instruction } = await scene.paid();
 * const documentDigest = scene.digest("we were not credited");
 * const { events } = await payments.contest(supplier, { instruction, documentDigest });
 * events.map(({ name }) => name) // => ["AttestationContested"]
 */
export async function contest(
  ledger: Ledger,
  parameters: ContestParameters,
): Promise<ContestReturnType> {
  const { instruction, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "contest",
    parameters,
    (contract, ref) => contract.contest.populateTransaction(instruction, documentDigest, ref),
  );
  return written;
}
