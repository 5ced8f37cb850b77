/** What a holder orders: goods let out, a receipt ended while they stay, other goods in their place. */
export const receiptOrderKinds = ["pick-up", "cancellation", "replacement"] as const;

/** One of `receiptOrderKinds`. */
export type ReceiptOrderKind = (typeof receiptOrderKinds)[number];
