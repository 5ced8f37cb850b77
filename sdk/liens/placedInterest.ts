import type { Interest } from "./interest.ts";
import type { Article, RankBasis } from "./rankedInterest.ts";

/** An interest with the rule that places it; interests with equal keys are equal in law. */
export type PlacedInterest = {
  readonly interest: Interest;
  readonly basis: RankBasis;
  readonly articles: readonly Article[];
  /** Compared from the first number on, the smaller one first; undefined for an interest that does not exist in law. */
  readonly key: readonly number[] | undefined;
};
