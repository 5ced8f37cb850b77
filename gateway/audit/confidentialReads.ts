/** Reads that show what its owner would want to know the readers of: invoices, prices, orders, evidence that anybody
 * can check, and the log itself. */
export const confidentialReads: ReadonlySet<string> = new Set([
  "openShared",
  "exportEvidence",
  "readReceivable",
  "readQuote",
  "readFinancing",
  "readReceiptOrder",
  "listTagCases",
  "listAuditEntries",
]);
