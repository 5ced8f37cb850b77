import type { RulesVersion } from "../actions/rules/rulesVersion.ts";

/** The ledger's governed parameters that are plain counts, in the contract's order; the smallest part alone is money. */
export const ruleCounts = [
  "softTenorDays",
  "hardTenorDays",
  "smallCreditorDays",
  "graceDays",
  "lateBasisPointsPerDay",
  "maxTier",
  "warnTier",
  "maxSplits",
  "warnSplits",
] as const satisfies readonly Exclude<keyof RulesVersion, "minLot">[];

/** One of them. */
export type RuleCount = (typeof ruleCounts)[number];
