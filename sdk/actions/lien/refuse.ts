import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RefuseParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type RefuseReturnType = WriteReturnType;

export type RefuseErrorType = LedgerErrorType;

/**
 * Refuses a proposed pledge, by the secured party or by the custodian of the goods.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.proposedGoods();
 * await liens.refuse(custodian, { lien });
 * (await liens.get(anyone, { lien })).state // => "ended"
 */
export async function refuse(
  ledger: Ledger,
  parameters: RefuseParameters,
): Promise<RefuseReturnType> {
  const { lien } = parameters;
  const { written } = await writeContract(ledger, "liens", "refuse", parameters, (contract, ref) =>
    contract.refuse.populateTransaction(lien, ref),
  );
  return written;
}
