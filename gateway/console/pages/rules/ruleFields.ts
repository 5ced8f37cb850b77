import type { RuleCount } from "../../api/rules.ts";

/** Parameters in the order in which people look for them. */
export const ruleFields: readonly (RuleCount | "minLotMinor")[] = [
  "softTenorDays",
  "hardTenorDays",
  "smallCreditorDays",
  "graceDays",
  "lateBasisPointsPerDay",
  "maxTier",
  "warnTier",
  "maxSplits",
  "warnSplits",
  "minLotMinor",
];
