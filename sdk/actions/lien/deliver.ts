import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type DeliverParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type DeliverReturnType = WriteReturnType;

export type DeliverErrorType = LedgerErrorType;

/**
 * Delivers what a buyer has paid for, once nothing hinders it; anyone may.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.paidWhileFrozen();
 * (await liens.get(anyone, { lien })).state // => "paid"
 * await scene.release((await liens.get(anyone, { lien })).token);
 * await liens.deliver(anyone, { lien });
 * (await liens.get(anyone, { lien })).state // => "ended"
 */
export async function deliver(
  ledger: Ledger,
  parameters: DeliverParameters,
): Promise<DeliverReturnType> {
  const { lien } = parameters;
  const { written } = await writeContract(ledger, "liens", "deliver", parameters, (contract, ref) =>
    contract.deliver.populateTransaction(lien, ref),
  );
  return written;
}
