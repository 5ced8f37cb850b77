import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { OfferState } from "../../vocabulary/offerStates.ts";

export type GetParameters = {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type GetReturnType = {
  /** Number of the offer. */
  readonly offer: bigint;
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Member that receives. */
  readonly to: number;
  /** Minor units. */
  readonly value: bigint;
  /** Last second, in block time, in which it can be accepted. */
  readonly expiresAt: number;
  /** Digest of the trade that the pass pays for, 32 bytes in hex. */
  readonly tradeReference: string;
  /** Where it stands. */
  readonly state: OfferState;
};

export type GetErrorType = LedgerErrorType;

/**
 * An offer; its state is `none` for an unknown number.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { offers } from "@tallystick/sdk";
 *
 * const { offer } = await scene.offered();
 * (await offers.get(buyer, { offer })).state // => "open"
 */
export async function get(ledger: Ledger, { offer }: GetParameters): Promise<GetReturnType> {
  const { token, ...its } = await circulationViews("creditCertificates").offerOf(ledger, offer);
  return { offer, certificate: token, ...its };
}
