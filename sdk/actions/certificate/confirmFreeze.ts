import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ConfirmFreezeParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** True to freeze, false to release. */
  readonly freeze: boolean;
  /** Digest of the legal document, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type ConfirmFreezeReturnType = WriteReturnType;

export type ConfirmFreezeErrorType = LedgerErrorType;

/**
 * Confirms the freeze or the release that another legal account proposed; from now on it is in force.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.issued();
 * const order = { certificate, freeze: true, documentDigest: scene.digest("court order 12") };
 * await certificates.proposeFreeze(legal, order);
 * await certificates.confirmFreeze(secondLegal, order);
 * (await certificates.getPosition(legal, { certificate })).flags // => ["frozen"]
 */
export async function confirmFreeze(
  ledger: Ledger,
  parameters: ConfirmFreezeParameters,
): Promise<ConfirmFreezeReturnType> {
  const { certificate, freeze, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "creditCertificates",
    "confirmFreeze",
    parameters,
    (contract, ref) =>
      contract.confirmFreeze.populateTransaction(certificate, freeze, documentDigest, ref),
  );
  return written;
}
