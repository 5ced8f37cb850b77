import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AttestUndeliveredParameters = WriteParameters & {
  /** Number of the run. */
  readonly run: bigint;
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Digest of the bank's statement, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type AttestUndeliveredReturnType = WriteReturnType;

export type AttestUndeliveredErrorType = LedgerErrorType;

/**
 * Attests that the bank can't credit one certificate's pay, by the bank that attested the run's payment. It stays settled:
 * the bank owes it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { run, certificate } = await scene.settled();
 * const documentDigest = scene.digest("the account is closed");
 * const { events } = await settlements.attestUndelivered(bank, { run, certificate, documentDigest });
 * events.map(({ name }) => name) // => ["LegUndelivered"]
 */
export async function attestUndelivered(
  ledger: Ledger,
  parameters: AttestUndeliveredParameters,
): Promise<AttestUndeliveredReturnType> {
  const { run, certificate, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlementRuns",
    "attestUndelivered",
    parameters,
    (contract, ref) =>
      contract.attestUndelivered.populateTransaction(run, certificate, documentDigest, ref),
  );
  return written;
}
