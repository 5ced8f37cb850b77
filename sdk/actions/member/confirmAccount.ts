import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ConfirmAccountParameters = WriteParameters & {
  /** The account. */
  readonly account: string;
};

export type ConfirmAccountReturnType = WriteReturnType;

export type ConfirmAccountErrorType = LedgerErrorType;

/**
 * Gives the consent of a second account to a proposed one, which is active from then on.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const account = signers.fresh.address;
 * await members.addAccount(legal, { account });
 * await members.confirmAccount(secondLegal, { account });
 * (await members.getAccount(legal, { account })).active // => true
 */
export async function confirmAccount(
  ledger: Ledger,
  parameters: ConfirmAccountParameters,
): Promise<ConfirmAccountReturnType> {
  const { account } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "confirmAccount",
    parameters,
    (contract, ref) => contract.confirmAccount.populateTransaction(account, ref),
  );
  return written;
}
