import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SplitParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Minor units of the part. */
  readonly value: bigint;
};

export type SplitReturnType = WriteReturnType & {
  /** Token id of the new certificate. */
  readonly certificate: bigint;
};

export type SplitErrorType = LedgerErrorType;

/**
 * Splits a part off into a sibling of the same holder.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { certificate: root } = await scene.issued({ face: 1_000_00n });
 * const { certificate } = await certificates.split(supplier, { certificate: root, value: 300_00n });
 * (await certificates.getPosition(supplier, { certificate })).value // => 300_00n
 * (await certificates.getPosition(supplier, { certificate: root })).value // => 700_00n
 */
export async function split(ledger: Ledger, parameters: SplitParameters): Promise<SplitReturnType> {
  const { written, token } = await circulation("creditCertificates").split(ledger, {
    ...parameters,
    token: parameters.certificate,
  });
  return { ...written, certificate: token };
}
