import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type MemberRole, memberRoles } from "../../vocabulary/memberRoles.ts";
import { type MemberSize, memberSizes } from "../../vocabulary/memberSizes.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";
import { namesIn } from "../../vocabulary/namesIn.ts";
import { type SuspensionReason, suspensionReasons } from "../../vocabulary/suspensionReasons.ts";

export type GetParameters = {
  /** Member id. */
  readonly member: number;
};

export type GetReturnType = {
  /** Member id. */
  readonly member: number;
  /** What it may do. */
  readonly roles: readonly MemberRole[];
  /** Why it is suspended; none when it is not. */
  readonly suspensions: readonly SuspensionReason[];
  /** Epoch that its signed messages name; raised when an account is revoked or recovered. */
  readonly epoch: number;
  /** Member id; 0 for none. */
  readonly guardian: number;
  /** How many of its receivables are marked overdue. */
  readonly overdue: number;
  /** Size class. */
  readonly size: MemberSize;
  /** Account that ERC views answer with. */
  readonly primaryAccount: string;
  /** Salted digest of its legal identity. */
  readonly identityDigest: string;
  /** Salted digest of the bank account that receives its payments. */
  readonly settlementAccountDigest: string;
  /** Digest of its licence; zero for none. */
  readonly licenceDigest: string;
};

export type GetErrorType = LedgerErrorType;

/**
 * All that the ledger knows about a member.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const { roles, size, suspensions } = await members.get(anyone, { member: who.supplier });
 * roles // => ["supplier"]
 * size // => "small"
 * suspensions // => []
 */
export async function get(ledger: Ledger, { member }: GetParameters): Promise<GetReturnType> {
  const stored = await readContract(ledger, "members", (contract) => contract.memberOf(member));
  return {
    member,
    roles: namesIn(memberRoles, stored.roles),
    suspensions: namesIn(suspensionReasons, stored.suspensions),
    epoch: Number(stored.epoch),
    guardian: Number(stored.guardian),
    overdue: Number(stored.overdue),
    size: nameAt(memberSizes, stored.size),
    primaryAccount: stored.primary,
    identityDigest: stored.identityDigest,
    settlementAccountDigest: stored.settlementAccountDigest,
    licenceDigest: stored.licenceDigest,
  };
}
