import { goodsDigest } from "../../goods/goodsDigest.ts";
import { goodsKey } from "../../goods/goodsKey.ts";
import { markDigest } from "../../goods/markDigest.ts";
import { placeDigest } from "../../goods/placeDigest.ts";
import type { ReceiptTerms } from "../../goods/receiptTerms.ts";
import { receiptTermsDigest } from "../../goods/receiptTermsDigest.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { findLot } from "../warehouse/findLot.ts";
import { getLocation } from "../warehouse/getLocation.ts";
import { getLot } from "../warehouse/getLot.ts";
import { get } from "./get.ts";
import { getTerms } from "./getTerms.ts";

export type CheckTermsParameters = {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** The text that its holder has. */
  readonly terms: ReceiptTerms;
};

/** Fields of the terms that the ledger contradicts; none when they are what the receipt was issued under. */
export type CheckTermsReturnType = readonly (keyof ReceiptTerms | "digest")[];

export type CheckTermsErrorType = LedgerErrorType;

/**
 * Compares the text of a receipt with the ledger: whether it is the text that was digested, and whether the lot and its
 * location say the same. A digest alone would also fit a text that contradicts the goods.
 *
 * @throws LedgerError when the ledger does not know the receipt; GoodsError, TimeError or MoneyError for terms that
 * can't be
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * const { receipt, terms } = await scene.warehouse.issued();
 * await receipts.checkTerms(bank, { receipt, terms }) // => []
 * const other = { ...terms, unit: "TNE" };
 * await receipts.checkTerms(bank, { receipt, terms: other }) // => ["digest", "unit"]
 */
export async function checkTerms(
  ledger: Ledger,
  { receipt, terms }: CheckTermsParameters,
): Promise<CheckTermsReturnType> {
  const { lot: number, quantity } = await get(ledger, { receipt });
  const lot = await getLot(ledger, { lot: number });
  const { place, unit } = await getLocation(ledger, lot);
  const marked = await findLot(ledger, { goodsKey: goodsKey(place, markDigest(terms.mark)) });
  const same: Readonly<Partial<Record<CheckTermsReturnType[number], boolean>>> = {
    digest: (await getTerms(ledger, { receipt })) === receiptTermsDigest(terms),
    goods: goodsDigest(terms.goods) === lot.goods,
    mark: marked === number,
    quantity: quantity <= terms.quantity,
    unit: terms.unit === unit,
    lossBasisPoints: terms.lossBasisPoints === lot.lossBasisPoints,
    place: placeDigest(terms.place) === place,
    storage: terms.storage.until <= lot.storageUntil,
  };
  return (Object.keys(same) as (keyof typeof same)[]).filter((field) => same[field] !== true);
}
