/**
 * Tables to which rows are only ever added, in the order of their key, and that nothing reads again: an auditor hashes their
 * rows as they come and keeps none.
 */
export const historyTables: ReadonlySet<string> = new Set([
  "credit_note",
  "event",
  "lien_change",
  "receipt_ending",
  "retirement",
  "settlement_leg",
  "stock_count",
]);
