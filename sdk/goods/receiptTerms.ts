import type { GoodsDescription } from "./goodsDescription.ts";

type Period = {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string;
};

type Money = {
  /** Minor units. */
  readonly minor: bigint;
  /** ISO 4217. */
  readonly currency: string;
};

/** What a warehouse receipt says (Civil Code art. 909). The ledger keeps its digest; the parties keep the text. */
export type ReceiptTerms = {
  /** (1) Who deposited the goods. */
  readonly depositor: { readonly name: string; readonly address: string };
  /** (2) Variety, quality, packaging, pieces. */
  readonly goods: GoodsDescription;
  /** (2) Lot, heat or batch number, brand. */
  readonly mark: string;
  /** (2) Count of `unit`. */
  readonly quantity: bigint;
  /** UN/ECE Recommendation 20 code of three characters. */
  readonly unit: string;
  /** (3) Loss standard in basis points, 0 to 500. */
  readonly lossBasisPoints: number;
  /** (4) Physical place. */
  readonly place: string;
  /** (5) Period of storage. */
  readonly storage: Period;
  /** (6) Storage fee: so much for each `per`. */
  readonly fee: Money & { readonly per: string };
  /** (7) Insurance, where the goods are insured. */
  readonly insurance?: (Money & Period & { readonly insurer: string }) | undefined;
  /** (8) Who issued it, where and on which day, `YYYY-MM-DD`. */
  readonly issuer: { readonly name: string; readonly place: string; readonly date: string };
};
