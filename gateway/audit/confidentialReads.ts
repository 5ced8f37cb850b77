/** Reads that show what its owner would want to know the readers of: invoices, prices, orders, and the log itself. */
export const confidentialReads: ReadonlySet<string> = new Set([
  "openShared",
  "readReceivable",
  "readQuote",
  "readFinancing",
  "readReceiptOrder",
  "listTagCases",
  "listAuditEntries",
]);
