import type { Interest } from "./interest.ts";

/** The rule of law that a rank stands on. */
export type RankBasis =
  | "purchase-money"
  | "registration"
  | "notice"
  | "publicity"
  | "pro-rata"
  | "not-effective";

/** An article of the Civil Code, or of the Supreme People's Court's Guarantee Interpretation. */
export type Article =
  | "Civil Code 414"
  | "Civil Code 415"
  | "Civil Code 416"
  | "Civil Code 441"
  | "Civil Code 445"
  | "Civil Code 768"
  | "Guarantee Interpretation 59"
  | "Guarantee Interpretation 66";

/** An interest where the law puts it. */
export type RankedInterest = {
  readonly interest: Interest;
  /** 1 is satisfied first; equals have the same; undefined for an interest that does not exist in law yet. */
  readonly rank: number | undefined;
  /** Its place in the order in which the ledger took it, from 1: evidence, not priority. */
  readonly chainOrder: number;
  readonly basis: RankBasis;
  readonly articles: readonly Article[];
  /** Its part among equals of one rank; undefined when it has the rank for itself. */
  readonly share: { readonly part: bigint; readonly of: bigint } | undefined;
  /** Why it stands there, in English and Chinese. */
  readonly why: { readonly en: string; readonly zh: string };
};
