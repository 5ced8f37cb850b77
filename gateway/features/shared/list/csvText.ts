import { stringify } from "csv-stringify/sync";

const plainNumber = /^-?\d+(\.\d+)?$/;
// What spreadsheets take for the beginning of a formula, or skip before one.
const formula = /^[=+\-@\t\r]/;

/** A cell that no spreadsheet calculates: text that begins like a formula gets an apostrophe, numbers stay numbers. */
function safe(cell: string): string {
  return !plainNumber.test(cell) && formula.test(cell) ? `'${cell}` : cell;
}

/** Lines of RFC 4180. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(safe)),
    // The library quotes its own line end alone; a lone line feed would end the record for many readers.
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
}
