/** Version 1 of the parameters, unless a ledger is deployed with others (`IRules.Version` says what each means). */
export const firstRules = {
  softTenorDays: 183n,
  hardTenorDays: 365n,
  smallCreditorDays: 60n,
  graceDays: 5n,
  lateBasisPointsPerDay: 5n,
  maxTier: 10n,
  warnTier: 6n,
  maxSplits: 10_000n,
  warnSplits: 1_000n,
  minLot: 1n,
} as const;
