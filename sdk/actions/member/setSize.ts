import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { type MemberSize, memberSizes } from "../../vocabulary/memberSizes.ts";
import { numberOf } from "../../vocabulary/numberOf.ts";

export type SetSizeParameters = WriteParameters & {
  /** Member id. */
  readonly member: number;
  /** Size class. */
  readonly size: MemberSize;
};

export type SetSizeReturnType = WriteReturnType;

export type SetSizeErrorType = LedgerErrorType;

/**
 * Attests a member's size class, by an operator.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * await members.setSize(operator, { member: who.buyer, size: "micro" });
 * (await members.get(operator, { member: who.buyer })).size // => "micro"
 */
export async function setSize(
  ledger: Ledger,
  parameters: SetSizeParameters,
): Promise<SetSizeReturnType> {
  const { member, size } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "setSize",
    parameters,
    (contract, ref) =>
      contract.setSize.populateTransaction(member, numberOf(memberSizes, size), ref),
  );
  return written;
}
