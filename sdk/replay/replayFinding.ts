/** Something that a check found: where, and what was expected there. */
export type ReplayFinding = {
  /** Stable code, for instance `I1`, `short`, `receipts-root`, `view-differs`, `digest-differs`. */
  readonly code: string;
  /** One sentence in English. */
  readonly sentence: string;
  readonly block: number | null;
  readonly transaction: string | null;
  /** Index of the log in its block. */
  readonly log: number | null;
  readonly field: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
};

/** Where an event is, as findings name it. */
export type FindingPlace = Pick<ReplayFinding, "block" | "transaction" | "log">;
