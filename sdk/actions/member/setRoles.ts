import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { bitsOf } from "../../vocabulary/bitsOf.ts";
import { type MemberRole, memberRoles } from "../../vocabulary/memberRoles.ts";

export type SetRolesParameters = WriteParameters & {
  /** Member id. */
  readonly member: number;
  /** What it may do. */
  readonly roles: readonly MemberRole[];
  /** Digest of its licence, 32 bytes in hex; financiers and settlement banks need one. */
  readonly licenceDigest?: string | undefined;
};

export type SetRolesReturnType = WriteReturnType;

export type SetRolesErrorType = LedgerErrorType;

/**
 * Replaces a member's roles and licence, by an operator.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await members.setRoles(operator, { member: who.buyer, roles: ["supplier", "obligor"] });
 * (await members.get(operator, { member: who.buyer })).roles // => ["obligor", "supplier"]
 */
export async function setRoles(
  ledger: Ledger,
  parameters: SetRolesParameters,
): Promise<SetRolesReturnType> {
  const { member, roles, licenceDigest = ZeroHash } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "setRoles",
    parameters,
    (contract, ref) =>
      contract.setRoles.populateTransaction(member, bitsOf(memberRoles, roles), licenceDigest, ref),
  );
  return written;
}
