import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type WithdrawParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type WithdrawReturnType = WriteReturnType;

export type WithdrawErrorType = LedgerErrorType;

/**
 * Takes a pledge back that the secured party has not accepted, by its debtor: the value is free again.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.proposed();
 * await liens.withdraw(supplier, { lien });
 * (await liens.get(anyone, { lien })).state // => "ended"
 */
export async function withdraw(
  ledger: Ledger,
  parameters: WithdrawParameters,
): Promise<WithdrawReturnType> {
  const { lien } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "withdraw",
    parameters,
    (contract, ref) => contract.withdraw.populateTransaction(lien, ref),
  );
  return written;
}
