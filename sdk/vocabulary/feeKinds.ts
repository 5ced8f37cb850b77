/** What a fee is for, in the order of `IReceivables.FeeKind`. */
export const feeKinds = ["confirmation", "platform", "financing"] as const;

/** One of `feeKinds`. */
export type FeeKind = (typeof feeKinds)[number];
