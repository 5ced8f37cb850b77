import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SetSettlementAccountParameters = WriteParameters & {
  /** Salted digest of the bank account, from `settlementAccountDigest`. */
  readonly settlementAccountDigest: string;
};

export type SetSettlementAccountReturnType = WriteReturnType;

export type SetSettlementAccountErrorType = LedgerErrorType;

/**
 * Proposes another bank account for payments to the caller's member; confirmed by a second account at once, or after 48
 * hours. A sole smart account changes it at once.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const settlementAccountDigest = scene.digest("another salted bank account");
 * await members.setSettlementAccount(buyer, { settlementAccountDigest });
 * const stored = await members.get(buyer, { member: who.buyer });
 * stored.settlementAccountDigest === settlementAccountDigest // => false
 */
export async function setSettlementAccount(
  ledger: Ledger,
  parameters: SetSettlementAccountParameters,
): Promise<SetSettlementAccountReturnType> {
  const { settlementAccountDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "members",
    "setSettlementAccount",
    parameters,
    (contract, ref) =>
      contract.setSettlementAccount.populateTransaction(settlementAccountDigest, ref),
  );
  return written;
}
