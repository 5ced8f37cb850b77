import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetSaleParameters = {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type GetSaleReturnType =
  | {
      /** What the buyer gets, in the asset's unit. */
      readonly value: bigint;
      /** Member that pays. */
      readonly buyer: number;
      /** Minor units. */
      readonly price: bigint;
      /** Number of the payment instruction to the secured party. */
      readonly instruction: bigint;
    }
  | undefined;

export type GetSaleErrorType = LedgerErrorType;

/**
 * The last sale of a lien; undefined when there was none.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien, instruction } = await scene.lien.selling();
 * const sale = await liens.getSale(anyone, { lien });
 * sale.instruction === instruction // => true
 * sale.buyer === who.buyer // => true
 */
export async function getSale(
  ledger: Ledger,
  { lien }: GetSaleParameters,
): Promise<GetSaleReturnType> {
  const stored = await readContract(ledger, "liens", (contract) => contract.saleOf(lien));
  const { value, buyer, price, instruction } = stored;
  return buyer === 0n ? undefined : { value, buyer: Number(buyer), price, instruction };
}
