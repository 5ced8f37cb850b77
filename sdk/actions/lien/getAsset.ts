import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { PledgedAsset } from "../../liens/pledgedAsset.ts";
import { pledgedAssetAddress } from "../../liens/pledgedAssetAddress.ts";

export type GetAssetParameters = {
  /** Certificates, receipts, or the address of a token contract. */
  readonly asset: PledgedAsset;
};

export type GetAssetReturnType =
  | {
      /** Its number, the upper part of its liens' ids. */
      readonly index: number;
      /** Whether it is title to goods, whose custodian countersigns. */
      readonly goods: boolean;
    }
  | undefined;

export type GetAssetErrorType = LedgerErrorType;

/**
 * How positions of a token contract are pledged; undefined when they can't be.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * await liens.getAsset(anyone, { asset: "receipt" }) // => { index: 2, goods: true }
 */
export async function getAsset(
  ledger: Ledger,
  { asset }: GetAssetParameters,
): Promise<GetAssetReturnType> {
  const address = pledgedAssetAddress(ledger.deployment, asset);
  const { index, goods } = await readContract(ledger, "liens", (contract) =>
    contract.assetOf(address),
  );
  return index === 0n ? undefined : { index: Number(index), goods };
}
