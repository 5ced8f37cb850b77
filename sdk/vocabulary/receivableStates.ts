/** Where a receivable is in its life, in the order of `IReceivables.State`. */
export const receivableStates = [
  "none",
  "registered",
  "confirmed",
  "accepted",
  "discharged",
  "rejected",
  "voided",
  "expired",
] as const;

/** One of `receivableStates`. */
export type ReceivableState = (typeof receivableStates)[number];
