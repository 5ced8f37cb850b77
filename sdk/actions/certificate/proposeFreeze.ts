import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ProposeFreezeParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** True to freeze, false to release. */
  readonly freeze: boolean;
  /** Digest of the legal document, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type ProposeFreezeReturnType = WriteReturnType;

export type ProposeFreezeErrorType = LedgerErrorType;

/**
 * Proposes a freeze or a release of a certificate, by a legal account. Another legal account confirms it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.issued();
 * const order = { certificate, freeze: true, documentDigest: scene.digest("court order 12") };
 * await certificates.proposeFreeze(legal, order);
 * (await certificates.getPosition(legal, { certificate })).flags // => []
 */
export async function proposeFreeze(
  ledger: Ledger,
  parameters: ProposeFreezeParameters,
): Promise<ProposeFreezeReturnType> {
  const { certificate, freeze, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "creditCertificates",
    "proposeFreeze",
    parameters,
    (contract, ref) =>
      contract.proposeFreeze.populateTransaction(certificate, freeze, documentDigest, ref),
  );
  return written;
}
