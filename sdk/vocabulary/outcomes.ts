/** What a settlement bank attests, in the order of `ISettlement.Outcome`. */
export const outcomes = ["none", "paid", "returned"] as const;

/** One of `outcomes`. */
export type Outcome = (typeof outcomes)[number];
