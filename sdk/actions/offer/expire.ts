import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExpireParameters = WriteParameters & {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type ExpireReturnType = WriteReturnType;

export type ExpireErrorType = LedgerErrorType;

/**
 * Ends an offer after its expiry, or once its receivable no longer circulates; by anyone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, offers } from "@tallystick/sdk";
 *
 * const { offer, certificate } = await scene.offered();
 * await scene.passDays(2);
 * await offers.expire(anyone, { offer });
 * (await certificates.getPosition(supplier, { certificate })).held // => 0n
 */
export async function expire(
  ledger: Ledger,
  parameters: ExpireParameters,
): Promise<ExpireReturnType> {
  return circulation("creditCertificates").expireOffer(ledger, parameters);
}
