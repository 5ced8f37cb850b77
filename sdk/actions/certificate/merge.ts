import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type MergeParameters = WriteParameters & {
  /** Token id that takes the value. */
  readonly certificate: bigint;
  /** Token ids that are emptied. */
  readonly others: readonly bigint[];
};

export type MergeReturnType = WriteReturnType;

export type MergeErrorType = LedgerErrorType;

/**
 * Moves all of some certificates into a sibling: parts of one certificate with one holder, equal flags and nothing held.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { certificate: root } = await scene.issued({ face: 1_000_00n });
 * const part = await certificates.split(supplier, { certificate: root, value: 300_00n });
 * await certificates.merge(supplier, { certificate: root, others: [part.certificate] });
 * (await certificates.getPosition(supplier, { certificate: root })).value // => 1_000_00n
 */
export async function merge(ledger: Ledger, parameters: MergeParameters): Promise<MergeReturnType> {
  return circulation("creditCertificates").merge(ledger, {
    ...parameters,
    token: parameters.certificate,
  });
}
