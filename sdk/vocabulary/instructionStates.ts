/** Where a payment instruction stands, in the order of `ISettlement.State`. */
export const instructionStates = [
  "none",
  "issued",
  "accepted",
  "paid",
  "returned",
  "expired",
  "ended",
] as const;

/** One of `instructionStates`. */
export type InstructionState = (typeof instructionStates)[number];
