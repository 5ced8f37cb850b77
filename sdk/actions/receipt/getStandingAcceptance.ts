import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";

export type GetStandingAcceptanceParameters = {
  /** Member that accepts. */
  readonly recipient: number;
  /** Member whose passes it accepts. */
  readonly sender: number;
};

export type GetStandingAcceptanceReturnType = {
  /** Last second, in block time; 0 when it never gave one. */
  readonly until: number;
  /** Digest of the framework contract. */
  readonly framework: string;
};

export type GetStandingAcceptanceErrorType = LedgerErrorType;

/**
 * A recipient's standing acceptance for a sender's receipts.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const question = { recipient: who.thirdTier, sender: who.supplier };
 * (await receipts.getStandingAcceptance(supplier, question)).until // => 0
 */
export async function getStandingAcceptance(
  ledger: Ledger,
  { recipient, sender }: GetStandingAcceptanceParameters,
): Promise<GetStandingAcceptanceReturnType> {
  return circulationViews("warehouseReceipts").standingAcceptanceOf(ledger, recipient, sender);
}
