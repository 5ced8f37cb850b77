import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SetStandingParameters = WriteParameters & {
  /** Member whose passes are accepted. */
  readonly sender: number;
  /** Last second, in block time. */
  readonly until: number;
  /** Digest of the framework contract, 32 bytes in hex; the trade reference of ERC transfers. */
  readonly framework: string;
};

export type SetStandingReturnType = WriteReturnType;

export type SetStandingErrorType = LedgerErrorType;

/**
 * Accepts every pass of a sender until a moment, without being asked each time. A moment in the past ends it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { acceptances } from "@tallystick/sdk";
 *
 * const until = (await scene.now()) + 86_400;
 * const framework = scene.digest("framework contract");
 * await acceptances.setStanding(buyer, { sender: who.supplier, until, framework });
 * const standing = await acceptances.getStanding(supplier, {
 *   recipient: who.buyer,
 *   sender: who.supplier,
 * });
 * standing.until === until // => true
 */
export async function setStanding(
  ledger: Ledger,
  parameters: SetStandingParameters,
): Promise<SetStandingReturnType> {
  return circulation("creditCertificates").setStandingAcceptance(ledger, parameters);
}
