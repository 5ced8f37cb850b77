import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ConfirmGuardianParameters = WriteParameters & {
  /** Member id; 0 for none. */
  readonly guardian: number;
};

export type ConfirmGuardianReturnType = WriteReturnType;

export type ConfirmGuardianErrorType = LedgerErrorType;

/**
 * Confirms a proposed guardian: by a second account at once, by any account of the member after 48 hours.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await members.setGuardian(buyer, { guardian: who.guardian });
 * await scene.passDays(2);
 * await members.confirmGuardian(buyer, { guardian: who.guardian });
 * (await members.get(buyer, { member: who.buyer })).guardian === who.guardian // => true
 */
export async function confirmGuardian(
  ledger: Ledger,
  parameters: ConfirmGuardianParameters,
): Promise<ConfirmGuardianReturnType> {
  const { guardian } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "confirmGuardian",
    parameters,
    (contract, ref) => contract.confirmGuardian.populateTransaction(guardian, ref),
  );
  return written;
}
