import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";

export type GetStandingParameters = {
  /** Member that accepts. */
  readonly recipient: number;
  /** Member whose passes it accepts. */
  readonly sender: number;
};

export type GetStandingReturnType = {
  /** Last second, in block time. */
  readonly until: number;
  /** Digest of the framework contract. */
  readonly framework: string;
};

export type GetStandingErrorType = LedgerErrorType;

/**
 * A recipient's standing acceptance for a sender; `until` is 0 when it never gave one.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { acceptances } from "@tallystick/sdk";
 *
 * const question = { recipient: who.thirdTier, sender: who.supplier };
 * (await acceptances.getStanding(supplier, question)).until // => 0
 */
export async function getStanding(
  ledger: Ledger,
  { recipient, sender }: GetStandingParameters,
): Promise<GetStandingReturnType> {
  return circulationViews("creditCertificates").standingAcceptanceOf(ledger, recipient, sender);
}
