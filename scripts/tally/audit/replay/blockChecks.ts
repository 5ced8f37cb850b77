/** What each block is checked for by itself. */
export const blockChecks = [
  "header-chain",
  "transactions-root",
  "receipts-root",
  "withdrawals-root",
] as const;
