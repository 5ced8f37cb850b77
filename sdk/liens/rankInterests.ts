import { SettlementError } from "../errors/SettlementError.ts";
import type { Interest, InterestKind } from "./interest.ts";
import type { PlacedInterest } from "./placedInterest.ts";
import { placeOnGoods } from "./placeOnGoods.ts";
import { placeOnReceivable } from "./placeOnReceivable.ts";
import type { RankedInterest } from "./rankedInterest.ts";
import { rankReasons } from "./rankReasons.ts";

export type RankInterestsParameters = {
  /** Which law ranks: that of receivables, or that of goods and of receipts over them. */
  readonly asset: "receivable" | "goods";
  /** The interests in it, in the order in which the ledger took them. */
  readonly interests: readonly Interest[];
};

export type RankInterestsReturnType = readonly RankedInterest[];

const kinds: Readonly<Record<RankInterestsParameters["asset"], readonly InterestKind[]>> = {
  receivable: ["pledge", "factoring", "assignment"],
  goods: ["pledge", "mortgage"],
};

/**
 * The legal order of the interests in one asset, and why, beside the order in which the ledger took them: the order of
 * blocks is evidence, not priority. Interests that don't exist in law come last, without a rank.
 *
 * Receivables: Civil Code art. 768 with Guarantee Interpretation art. 66, and art. 445. Goods: art. 414 to 416 and 441 with
 * Guarantee Interpretation art. 59.
 *
 * @throws SettlementError `settlement-interest-invalid` for an id that is twice there or a kind that the asset can't have;
 *   `settlement-negative`. TimeError for a date that is none.
 *
 * @example
 * import { rankInterests } from "@tallystick/sdk";
 *
 * const ranked = rankInterests({
 *   asset: "receivable",
 *   interests: [
 *     { id: "factoring 1", kind: "factoring", amount: 80n, noticedAt: 1700000000 },
 *     { id: "lien 7", kind: "pledge", amount: 50n, registeredAt: 1700009999 },
 *   ],
 * });
 * ranked.map(({ interest, rank, chainOrder }) => [interest.id, rank, chainOrder])
 * // => [["lien 7", 1, 2], ["factoring 1", 2, 1]]
 * ranked[0].articles // => ["Civil Code 768", "Guarantee Interpretation 66"]
 */
export function rankInterests({
  asset,
  interests,
}: RankInterestsParameters): RankInterestsReturnType {
  check(asset, interests);
  const place = asset === "receivable" ? placeOnReceivable : placeOnGoods;
  const places = interests.map(place);
  const chainOrder = new Map(interests.map(({ id }, index) => [id, index + 1]));
  // toSorted is stable, so equals keep the ledger's order.
  const effective = places.filter(({ key }) => key !== undefined).toSorted(compare);
  const ranks: RankedInterest[] = [];
  let rank = 0;
  for (const placed of effective) {
    const equals = effective.filter((other) => compare(placed, other) === 0);
    if (equals[0] === placed) rank += 1;
    ranks.push(ranked(placed, rank, chainOrder, equals));
  }
  const others = places.filter(({ key }) => key === undefined);
  return [...ranks, ...others.map((placed) => ranked(placed, undefined, chainOrder, [placed]))];
}

function ranked(
  placed: PlacedInterest,
  rank: number | undefined,
  chainOrder: ReadonlyMap<string, number>,
  equals: readonly PlacedInterest[],
): RankedInterest {
  const { interest, basis, articles } = placed;
  const of = equals.reduce((sum, equal) => sum + equal.interest.amount, 0n);
  const share = equals.length > 1 ? { part: interest.amount, of } : undefined;
  const why = rankReasons(placed, equals.length - 1);
  return {
    interest,
    rank,
    chainOrder: chainOrder.get(interest.id) ?? 0,
    basis,
    articles,
    share,
    why,
  };
}

function check(asset: RankInterestsParameters["asset"], interests: readonly Interest[]): void {
  const invalid = "settlement-interest-invalid";
  if (new Set(interests.map(({ id }) => id)).size !== interests.length) {
    throw new SettlementError(invalid, "An interest is ranked once.");
  }
  const stranger = interests.find(({ kind }) => !kinds[asset].includes(kind));
  if (stranger !== undefined) {
    const sentence = `Interest ${stranger.id} is a ${stranger.kind}, which ${asset === "goods" ? "goods" : "a receivable"} can't have.`;
    throw new SettlementError(invalid, sentence);
  }
  if (interests.some(({ amount }) => amount < 0n)) {
    throw new SettlementError("settlement-negative", "What is secured is not negative.");
  }
}

function compare({ key: left = [] }: PlacedInterest, { key: right = [] }: PlacedInterest): number {
  for (const [index, number] of left.entries()) {
    const other = right[index] ?? 0;
    if (number !== other) return number < other ? -1 : 1;
  }
  return 0;
}
