import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type FindLotParameters = {
  /** Key of the goods (`goodsKey`), 32 bytes in hex. */
  readonly goodsKey: string;
};

export type FindLotReturnType = number | undefined;

export type FindLotErrorType = LedgerErrorType;

/**
 * The lot of goods; undefined when nobody opened one.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { goodsKey, markDigest, warehouses } from "@tallystick/sdk";
 *
 * const { lot, place, mark } = await scene.warehouse.lot();
 * (await warehouses.findLot(bank, { goodsKey: goodsKey(place, mark) })) === lot // => true
 */
export async function findLot(
  ledger: Ledger,
  { goodsKey }: FindLotParameters,
): Promise<FindLotReturnType> {
  const lot = await readContract(ledger, "warehouses", (contract) => contract.lotOfGoods(goodsKey));
  return lot === 0n ? undefined : Number(lot);
}
