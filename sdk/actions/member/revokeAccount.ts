import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RevokeAccountParameters = WriteParameters & {
  /** The account. */
  readonly account: string;
};

export type RevokeAccountReturnType = WriteReturnType;

export type RevokeAccountErrorType = LedgerErrorType;

/**
 * Ends an account, or a proposed one, by any active account of its member or by an operator. It raises the member's
 * epoch, so that what was signed before no longer holds.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const account = signers.secondLegal.address;
 * await members.revokeAccount(legal, { account });
 * (await members.getAccount(legal, { account })).active // => false
 * (await members.get(legal, { member: who.legal })).epoch // => 2
 */
export async function revokeAccount(
  ledger: Ledger,
  parameters: RevokeAccountParameters,
): Promise<RevokeAccountReturnType> {
  const { account } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "revokeAccount",
    parameters,
    (contract, ref) => contract.revokeAccount.populateTransaction(account, ref),
  );
  return written;
}
