import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SetPrimaryAccountParameters = WriteParameters & {
  /** The account. */
  readonly account: string;
};

export type SetPrimaryAccountReturnType = WriteReturnType;

export type SetPrimaryAccountErrorType = LedgerErrorType;

/**
 * Chooses the account that ERC views answer with, among the active ones of the caller's member.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const account = signers.secondLegal.address;
 * await members.setPrimaryAccount(legal, { account });
 * (await members.get(legal, { member: who.legal })).primaryAccount === account // => true
 */
export async function setPrimaryAccount(
  ledger: Ledger,
  parameters: SetPrimaryAccountParameters,
): Promise<SetPrimaryAccountReturnType> {
  const { account } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "setPrimaryAccount",
    parameters,
    (contract, ref) => contract.setPrimaryAccount.populateTransaction(account, ref),
  );
  return written;
}
