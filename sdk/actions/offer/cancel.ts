import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CancelParameters = WriteParameters & {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type CancelReturnType = WriteReturnType;

export type CancelErrorType = LedgerErrorType;

/**
 * Takes an open offer back, by an account of its holder.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, offers } from "@tallystick/sdk";
 *
 * const { offer, certificate } = await scene.offered();
 * await offers.cancel(supplier, { offer });
 * (await certificates.getPosition(supplier, { certificate })).held // => 0n
 */
export async function cancel(
  ledger: Ledger,
  parameters: CancelParameters,
): Promise<CancelReturnType> {
  return circulation("creditCertificates").cancelOffer(ledger, parameters);
}
