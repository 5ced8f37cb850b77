import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AddAccountParameters = WriteParameters & {
  /** The account. */
  readonly account: string;
};

export type AddAccountReturnType = WriteReturnType;

export type AddAccountErrorType = LedgerErrorType;

/**
 * Proposes another account of the caller's member. It is active 48 hours later, or as soon as a second account confirms
 * it; at once when the caller is the member's sole account and a smart account.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const account = signers.fresh.address;
 * await members.addAccount(buyer, { account });
 * (await members.getAccount(buyer, { account })).active // => false
 * await scene.passDays(2);
 * (await members.getAccount(buyer, { account })).active // => true
 */
export async function addAccount(
  ledger: Ledger,
  parameters: AddAccountParameters,
): Promise<AddAccountReturnType> {
  const { account } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "addAccount",
    parameters,
    (contract, ref) => contract.addAccount.populateTransaction(account, ref),
  );
  return written;
}
