import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ConfirmSettlementAccountParameters = WriteParameters & {
  /** Salted digest of the bank account, from `settlementAccountDigest`. */
  readonly settlementAccountDigest: string;
};

export type ConfirmSettlementAccountReturnType = WriteReturnType;

export type ConfirmSettlementAccountErrorType = LedgerErrorType;

/**
 * Confirms a proposed bank account: by a second account at once, by any account of the member after 48 hours.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const settlementAccountDigest = scene.digest("another salted bank account");
 * await members.setSettlementAccount(buyer, { settlementAccountDigest });
 * await scene.passDays(2);
 * await members.confirmSettlementAccount(buyer, { settlementAccountDigest });
 * const stored = await members.get(buyer, { member: who.buyer });
 * stored.settlementAccountDigest === settlementAccountDigest // => true
 */
export async function confirmSettlementAccount(
  ledger: Ledger,
  parameters: ConfirmSettlementAccountParameters,
): Promise<ConfirmSettlementAccountReturnType> {
  const { settlementAccountDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "confirmSettlementAccount",
    parameters,
    (contract, ref) =>
      contract.confirmSettlementAccount.populateTransaction(settlementAccountDigest, ref),
  );
  return written;
}
