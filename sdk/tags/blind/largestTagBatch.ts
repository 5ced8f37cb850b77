/** Number of identities that one request for evaluation may carry; they share one proof. */
export const largestTagBatch = 100;
