/** Writes of second persons themselves; no rule holds them. */
export const decidingOperations: ReadonlySet<string> = new Set([
  "approveRequest",
  "rejectRequest",
  "withdrawRequest",
]);
