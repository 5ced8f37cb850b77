import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ProposeRecoveryParameters = WriteParameters & {
  /** Member id. */
  readonly member: number;
  /** Account that will be its only one. */
  readonly account: string;
  /** Digest of the document behind it, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type ProposeRecoveryReturnType = WriteReturnType;

export type ProposeRecoveryErrorType = LedgerErrorType;

/**
 * Proposes a recovery of a member without keys, by its guardian and by an operator (both are needed), or by legal beside
 * them. From the second proposal on 72 hours run, and the member's offers and quotes are suspended.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await scene.guarded();
 * const recovery = {
 *   member: who.buyer,
 *   account: signers.fresh.address,
 *   documentDigest: scene.digest("request of its legal representative"),
 * };
 * await members.proposeRecovery(operator, recovery);
 * await members.proposeRecovery(guardian, recovery);
 * (await members.getRecovery(operator, { member: who.buyer })).executableFrom > 0 // => true
 */
export async function proposeRecovery(
  ledger: Ledger,
  parameters: ProposeRecoveryParameters,
): Promise<ProposeRecoveryReturnType> {
  const { member, account, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "proposeRecovery",
    parameters,
    (contract, ref) =>
      contract.proposeRecovery.populateTransaction(member, account, documentDigest, ref),
  );
  return written;
}
