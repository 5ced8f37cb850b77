import { reportedEvents } from "./reportedEvents.ts";
import type { ReportRow } from "./reportSource.ts";

/** Tables to which rows are only added and that the report sums or lists. */
const summed: ReadonlySet<string> = new Set([
  "credit_note",
  "lien_change",
  "retirement",
  "settlement_leg",
]);

/** Whether a replay has to keep a row of a table to which rows are only added, for the report. */
export function reportedRow(table: string, row: ReportRow): boolean {
  if (table !== "event") return summed.has(table);
  return reportedEvents.has(`${String(row["contract"])}.${String(row["name"])}`);
}
