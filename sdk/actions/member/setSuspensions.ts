import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { bitsOf } from "../../vocabulary/bitsOf.ts";
import { type SuspensionReason, suspensionReasons } from "../../vocabulary/suspensionReasons.ts";

export type SetSuspensionsParameters = WriteParameters & {
  /** Member id. */
  readonly member: number;
  /** All reasons that shall stand; none to lift them. Neither `overdue` nor `recovery`. */
  readonly suspensions: readonly SuspensionReason[];
  /** Digest of the document that gives the reason, 32 bytes in hex. */
  readonly reasonDigest: string;
};

export type SetSuspensionsReturnType = WriteReturnType;

export type SetSuspensionsErrorType = LedgerErrorType;

/**
 * Replaces the reasons for which operators suspend a member; those that the ledger sets by itself stay.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const reasonDigest = scene.digest("sanctions list of today");
 * await members.setSuspensions(operator, { member: who.buyer, suspensions: ["sanctions"], reasonDigest });
 * (await members.get(operator, { member: who.buyer })).suspensions // => ["sanctions"]
 */
export async function setSuspensions(
  ledger: Ledger,
  parameters: SetSuspensionsParameters,
): Promise<SetSuspensionsReturnType> {
  const { member, suspensions, reasonDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "setSuspensions",
    parameters,
    (contract, ref) =>
      contract.setSuspensions.populateTransaction(
        member,
        bitsOf(suspensionReasons, suspensions),
        reasonDigest,
        ref,
      ),
  );
  return written;
}
