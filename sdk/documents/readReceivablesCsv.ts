import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";
import { currencyExponent } from "../money/currencyExponent.ts";
import { canonicalInvoiceNumber } from "../tags/canonicalInvoiceNumber.ts";
import { csvRecords } from "./csvRecords.ts";
import type { TextSource } from "./decodeLines.ts";
import {
  parseReceivableRow,
  type ReceivableProblem,
  type ReceivableRow,
} from "./parseReceivableRow.ts";
import { type ReceivableColumns, receivableColumns } from "./receivableColumns.ts";

export type ReadReceivablesCsvParameters = {
  /** ISO 4217 code that the amounts are in. */
  readonly currency: string;
};

/**
 * Reads a table of receivables as a stream: one `row` for each receivable, one `problem` for each
 * refused row, in the table's order. A customer's invoice number, however it is spelled, is taken
 * once; a later line with it is refused. Memory grows with the count of invoices, by their
 * identities alone.
 *
 * @param source bytes or text in pieces, for example a file's stream
 * @throws DocumentUnreadableError when the source can't be read, isn't UTF-8 or lacks a column
 * @throws MoneyError `money-currency-unknown`
 *
 * @example
 * import { readReceivablesCsv } from "@tallystick/sdk";
 *
 * const table = `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate
 * 0379-NEVHP,0000611365,1/2/2013,2/1/2013,55.94,No,1/15/2013
 * 0379-NEVHP,00006 11365,1/3/2013,2/2/2013,10.00,No,
 * `;
 * const entries = [];
 * for await (const entry of readReceivablesCsv([table], { currency: "CNY" })) entries.push(entry);
 * entries[0].settledDate // => "2013-01-15"
 * entries[1].reason // => "the same customer and invoice number as on line 2"
 */
export async function* readReceivablesCsv(
  source: TextSource,
  { currency }: ReadReceivablesCsvParameters,
): AsyncGenerator<ReceivableRow | ReceivableProblem> {
  currencyExponent(currency);
  let columns: ReceivableColumns | undefined;
  const lineOf = new Map<string, number>();
  for await (const record of csvRecords(source)) {
    if (columns === undefined) {
      if (record.kind === "broken") {
        throw new DocumentUnreadableError(`The table's header can't be read: ${record.reason}.`);
      }
      columns = receivableColumns(record.cells);
      continue;
    }
    const { line } = record;
    if (record.kind === "broken") {
      const column = columns.headers[record.cell] ?? columns.headers.at(-1) ?? "";
      yield { kind: "problem", line, column, reason: record.reason };
      continue;
    }
    const entry = parseReceivableRow({ line, cells: record.cells, columns, currency });
    if (entry.kind === "problem") {
      yield entry;
      continue;
    }
    // Only an accepted row takes its number: a refused one was never imported.
    const key = `${canonicalInvoiceNumber(entry.invoiceNumber)} ${entry.customerId}`;
    const earlier = lineOf.get(key);
    if (earlier === undefined) {
      lineOf.set(key, line);
      yield entry;
    } else {
      const reason = `the same customer and invoice number as on line ${earlier}`;
      yield { kind: "problem", line, column: "invoiceNumber", reason };
    }
  }
  if (columns === undefined) throw new DocumentUnreadableError("The table is empty.");
}
