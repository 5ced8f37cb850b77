/** What a leg of an instruction is, in the order of `ISettlement.LegKind`. */
export const legKinds = ["principal", "discount", "interest", "fee"] as const;

/** One of `legKinds`. */
export type LegKind = (typeof legKinds)[number];
