import type { Request } from "express";

/** Whether a list is asked for as CSV, by `format` or by its Accept header. */
export function wantsCsv(request: Request, format: "json" | "csv" | undefined): boolean {
  if (format !== undefined) return format === "csv";
  return request.accepts(["application/json", "text/csv"]) === "text/csv";
}
