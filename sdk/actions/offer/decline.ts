import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type DeclineParameters = WriteParameters & {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type DeclineReturnType = WriteReturnType;

export type DeclineErrorType = LedgerErrorType;

/**
 * Declines an offer, by an account of the member that it was made to.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, offers } from "@tallystick/sdk";
 *
 * const { offer, certificate } = await scene.offered();
 * await offers.decline(buyer, { offer });
 * (await certificates.getPosition(supplier, { certificate })).held // => 0n
 */
export async function decline(
  ledger: Ledger,
  parameters: DeclineParameters,
): Promise<DeclineReturnType> {
  return circulation("creditCertificates").declineOffer(ledger, parameters);
}
