/** One version of the ledger's governed parameters. */
export type RulesVersion = {
  /** Tenor in days from which a confirmation warns (notice 2025/77 art. 11: 6 months). */
  readonly softTenorDays: number;
  /** Tenor in days above which it is refused (the same article: 1 year). */
  readonly hardTenorDays: number;
  /** Days after delivery within which a small creditor is paid unless a reason is given. */
  readonly smallCreditorDays: number;
  /** Days after the due day before it is overdue. */
  readonly graceDays: number;
  /** Late interest a day. */
  readonly lateBasisPointsPerDay: number;
  /** Deepest tier that circulation may reach. */
  readonly maxTier: number;
  /** Tier from which a pass warns. */
  readonly warnTier: number;
  /** Most certificates that one receivable may have through circulation. */
  readonly maxSplits: number;
  /** Certificates from which circulation warns. */
  readonly warnSplits: number;
  /** Smallest part that may be passed, minor units. */
  readonly minLot: bigint;
};
