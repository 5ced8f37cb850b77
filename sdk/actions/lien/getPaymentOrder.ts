import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { PledgedAsset } from "../../liens/pledgedAsset.ts";
import { pledgedAssetAddress } from "../../liens/pledgedAssetAddress.ts";

export type GetPaymentOrderParameters = {
  /** What the token is. */
  readonly asset: PledgedAsset;
  /** Token id. */
  readonly token: bigint;
};

export type GetPaymentOrderReturnType = readonly bigint[];

export type GetPaymentOrderErrorType = LedgerErrorType;

/**
 * Active liens on a position that isn't goods, in the order in which settlement pays them: by registration, equal ones by
 * their ids. The legal order is computed by `rankInterests`.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien, token } = await scene.lien.active();
 * const order = await liens.getPaymentOrder(anyone, { asset: "certificate", token });
 * order[0] === lien // => true
 */
export async function getPaymentOrder(
  ledger: Ledger,
  { asset, token }: GetPaymentOrderParameters,
): Promise<GetPaymentOrderReturnType> {
  const address = pledgedAssetAddress(ledger.deployment, asset);
  return [...(await readContract(ledger, "liens", (contract) => contract.liensOn(address, token)))];
}
