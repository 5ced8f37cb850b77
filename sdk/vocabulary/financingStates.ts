/** Where a financing is in its life, in the order of `IFactoring.State`. */
export const financingStates = [
  "none",
  "accepted",
  "instructed",
  "delivered",
  "waiting",
  "failed",
  "bought-back",
] as const;

/** One of `financingStates`. */
export type FinancingState = (typeof financingStates)[number];
