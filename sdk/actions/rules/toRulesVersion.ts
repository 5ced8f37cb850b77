import type { RulesVersion } from "./rulesVersion.ts";

type Numbers = { readonly [Name in keyof RulesVersion]: bigint };

/** A version as this SDK says it. */
export function toRulesVersion(stored: Numbers): RulesVersion {
  return {
    softTenorDays: Number(stored.softTenorDays),
    hardTenorDays: Number(stored.hardTenorDays),
    smallCreditorDays: Number(stored.smallCreditorDays),
    graceDays: Number(stored.graceDays),
    lateBasisPointsPerDay: Number(stored.lateBasisPointsPerDay),
    maxTier: Number(stored.maxTier),
    warnTier: Number(stored.warnTier),
    maxSplits: Number(stored.maxSplits),
    warnSplits: Number(stored.warnSplits),
    minLot: stored.minLot,
  };
}
