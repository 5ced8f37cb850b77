import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { bitsOf } from "../../vocabulary/bitsOf.ts";
import { type MemberRole, memberRoles } from "../../vocabulary/memberRoles.ts";
import { type MemberSize, memberSizes } from "../../vocabulary/memberSizes.ts";
import { numberOf } from "../../vocabulary/numberOf.ts";

export type AdmitParameters = WriteParameters & {
  /** Salted digest of its legal identity, from `legalIdentityDigest`; unique. */
  readonly identityDigest: string;
  /** What it may do. */
  readonly roles: readonly MemberRole[];
  /** Size class. */
  readonly size: MemberSize;
  /** Member that may propose a recovery together with an operator; none by default. */
  readonly guardian?: number | undefined;
  /** Its first account, which becomes the primary one. */
  readonly account: string;
  /** Salted digest of the bank account that receives its payments, from `settlementAccountDigest`. */
  readonly settlementAccountDigest: string;
  /** Digest of its licence, 32 bytes in hex; financiers and settlement banks need one. */
  readonly licenceDigest?: string | undefined;
};

export type AdmitReturnType = WriteReturnType & {
  /** Its id. */
  readonly member: number;
};

export type AdmitErrorType = LedgerErrorType;

/**
 * Admits a member with its first account, by an operator.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const { member } = await members.admit(operator, {
 *   identityDigest: scene.digest("salted identity"),
 *   roles: ["supplier"],
 *   size: "small",
 *   account: signers.fresh.address,
 *   settlementAccountDigest: scene.digest("salted bank account"),
 * });
 * (await members.get(operator, { member })).roles // => ["supplier"]
 */
export async function admit(ledger: Ledger, parameters: AdmitParameters): Promise<AdmitReturnType> {
  const { identityDigest, roles, size, guardian = 0, account } = parameters;
  const { settlementAccountDigest, licenceDigest = ZeroHash } = parameters;
  const admission = {
    identityDigest,
    roles: bitsOf(memberRoles, roles),
    size: numberOf(memberSizes, size),
    guardian,
    account,
    settlementAccountDigest,
    licenceDigest,
  };
  const { written, eventOf } = await writeContract(
    ledger,
    "members",
    "admit",
    parameters,
    (contract, ref) => contract.admit.populateTransaction(admission, ref),
  );
  const event = eventOf("MemberAdmitted");
  return { ...written, member: Number(event.member) };
}
