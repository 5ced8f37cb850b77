import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SetGuardianParameters = WriteParameters & {
  /** Member id; 0 for none. */
  readonly guardian: number;
};

export type SetGuardianReturnType = WriteReturnType;

export type SetGuardianErrorType = LedgerErrorType;

/**
 * Proposes another guardian of the caller's member; confirmed by a second account at once, or after 48 hours. A sole smart
 * account changes it at once.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await members.setGuardian(buyer, { guardian: who.guardian });
 * (await members.get(buyer, { member: who.buyer })).guardian // => 0
 */
export async function setGuardian(
  ledger: Ledger,
  parameters: SetGuardianParameters,
): Promise<SetGuardianReturnType> {
  const { guardian } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "setGuardian",
    parameters,
    (contract, ref) => contract.setGuardian.populateTransaction(guardian, ref),
  );
  return written;
}
