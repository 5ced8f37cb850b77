import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SetStandingAcceptanceParameters = WriteParameters & {
  /** Member whose passes are accepted. */
  readonly sender: number;
  /** Last second, in block time. */
  readonly until: number;
  /** Digest of the framework contract, 32 bytes in hex; the trade reference of ERC transfers. */
  readonly framework: string;
};

export type SetStandingAcceptanceReturnType = WriteReturnType;

export type SetStandingAcceptanceErrorType = LedgerErrorType;

/**
 * Accepts every pass of receipts of a sender until a moment, without being asked each time. A moment in the past
 * ends it. Certificates have acceptances of their own.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const until = (await scene.now()) + 86_400;
 * const framework = scene.digest("framework contract");
 * await receipts.setStandingAcceptance(buyer, { sender: who.supplier, until, framework });
 * const question = { recipient: who.buyer, sender: who.supplier };
 * (await receipts.getStandingAcceptance(supplier, question)).until === until // => true
 */
export async function setStandingAcceptance(
  ledger: Ledger,
  parameters: SetStandingAcceptanceParameters,
): Promise<SetStandingAcceptanceReturnType> {
  return circulation("warehouseReceipts").setStandingAcceptance(ledger, parameters);
}
