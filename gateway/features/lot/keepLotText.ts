import type { GoodsDescription } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { plainJson } from "../../json/plainJson.ts";

/** What the digests of a lot are of, and who told it. */
export interface LotText {
  readonly goodsKey: string;
  readonly mark: string;
  readonly goods: GoodsDescription;
  readonly recordedBy: number;
}

/** Writes down which goods a lot is of; writing it again changes nothing. */
export async function keepLotText(transaction: Queryable, text: LotText): Promise<void> {
  await transaction.query(
    `INSERT INTO local.lot_text (goods_key, mark, goods, recorded_by)
     VALUES ($1, $2, $3::jsonb, $4) ON CONFLICT DO NOTHING`,
    [text.goodsKey, text.mark, plainJson(text.goods), text.recordedBy],
  );
}
