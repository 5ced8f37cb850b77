import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CountersignParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type CountersignReturnType = WriteReturnType;

export type CountersignErrorType = LedgerErrorType;

/**
 * Signs a pledge of goods, by an account of the custodian that keeps them (Civil Code art. 441).
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.proposedGoods();
 * await liens.accept(financier, { lien });
 * await liens.countersign(custodian, { lien });
 * (await liens.get(anyone, { lien })).state // => "active"
 */
export async function countersign(
  ledger: Ledger,
  parameters: CountersignParameters,
): Promise<CountersignReturnType> {
  const { lien } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "countersign",
    parameters,
    (contract, ref) => contract.countersign.populateTransaction(lien, ref),
  );
  return written;
}
