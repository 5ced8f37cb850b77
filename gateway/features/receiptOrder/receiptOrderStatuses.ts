/** Where an order stands; `void`: its signature holds no more, since the holder's epoch was raised. */
export const receiptOrderStatuses = ["open", "done", "cancelled", "expired", "void"] as const;
