import { IdentityError } from "../errors/IdentityError.ts";
import { MoneyError } from "../errors/MoneyError.ts";
import { TimeError } from "../errors/TimeError.ts";
import { parseLocalId } from "../identity/parseLocalId.ts";
import { formatMoney } from "../money/formatMoney.ts";
import { largestAmount } from "../money/largestAmount.ts";
import { parseMoney } from "../money/parseMoney.ts";
import { canonicalInvoiceNumber } from "../tags/canonicalInvoiceNumber.ts";
import { dayToCivilDate } from "../time/dayToCivilDate.ts";
import { lastLedgerDay } from "../time/lastLedgerDay.ts";
import { parseCivilDate } from "../time/parseCivilDate.ts";
import type { ReceivableColumn, ReceivableColumns } from "./receivableColumns.ts";

/** One receivable of a table. */
export type ReceivableRow = {
  readonly kind: "row";
  /** Physical line on which the row starts, from 1. */
  readonly line: number;
  /** Canonical identifier of scheme `local`. */
  readonly customerId: string;
  /** As written, blanks around it removed. */
  readonly invoiceNumber: string;
  /** `YYYY-MM-DD` */
  readonly invoiceDate: string;
  /** `YYYY-MM-DD` */
  readonly dueDate: string;
  /** Minor units, above 0. */
  readonly amountMinor: bigint;
  readonly disputed: boolean;
  /** `YYYY-MM-DD`, or null when not paid yet. */
  readonly settledDate: string | null;
};

/** Why a row was refused. */
export type ReceivableProblem = {
  readonly kind: "problem";
  /** Physical line on which the row starts, from 1. */
  readonly line: number;
  /** The header of the column that is wrong. */
  readonly column: string;
  /** For people; not stable. */
  readonly reason: string;
};

export type ParseReceivableRowParameters = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly columns: ReceivableColumns;
  /** ISO 4217 code that the amounts are in. */
  readonly currency: string;
};

const lastDate = dayToCivilDate(lastLedgerDay);

const disputedWords: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/**
 * Reads one row of a table of receivables, or says the first thing that is wrong with it.
 *
 * @throws MoneyError `money-currency-unknown`, since no row could be read then
 *
 * @example
 * import { parseReceivableRow, receivableColumns } from "@tallystick/sdk";
 *
 * const header = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate";
 * const columns = receivableColumns(header.split(","));
 * const cells = ["0379-NEVHP", "611365", "1/2/2013", "2/1/2013", "55.94", "No", ""];
 * const row = parseReceivableRow({ line: 2, cells, columns, currency: "CNY" });
 * row.amountMinor // => 5594n
 * row.dueDate // => "2013-02-01"
 */
export function parseReceivableRow(
  parameters: ParseReceivableRowParameters,
): ReceivableRow | ReceivableProblem {
  const { line, cells, columns, currency } = parameters;
  const { headers } = columns;
  try {
    checkWidth(cells, headers);
    const cell = (column: ReceivableColumn): string => (cells[columns.index[column]] ?? "").trim();
    const customerId = read("customerID", cell, parseLocalId);
    const invoiceNumber = cell("invoiceNumber");
    read("invoiceNumber", cell, canonicalInvoiceNumber);
    const invoiceDate = read("InvoiceDate", cell, parseDate);
    const dueDate = read("DueDate", cell, parseDate);
    const amountMinor = read("InvoiceAmount", cell, (text) => parseAmount(text, currency));
    const disputed = read("Disputed", cell, parseDisputed);
    const settledDate = cell("SettledDate") === "" ? null : read("SettledDate", cell, parseDate);
    // Dates of this form compare as text.
    if (dueDate < invoiceDate) {
      throw new Refusal("DueDate", `due ${dueDate}, before the invoice date ${invoiceDate}`);
    }
    if (settledDate !== null && settledDate < invoiceDate) {
      throw new Refusal(
        "SettledDate",
        `settled ${settledDate}, before the invoice date ${invoiceDate}`,
      );
    }
    return {
      kind: "row",
      line,
      customerId,
      invoiceNumber,
      invoiceDate,
      dueDate,
      amountMinor,
      disputed,
      settledDate,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "problem", line, column: error.column, reason: error.message };
  }
}

/** Leaves the reading of a row; never leaves this file. */
class Refusal extends Error {
  readonly column: string;

  constructor(column: string, reason: string) {
    super(reason);
    this.column = column;
  }
}

function checkWidth(cells: readonly string[], headers: readonly string[]): void {
  const counts = `the row has ${cells.length} cells, the header ${headers.length}`;
  if (cells.length < headers.length) throw new Refusal(headers[cells.length] ?? "", counts);
  // Spreadsheets pad rows with empty cells; anything else there has shifted the others.
  if (cells.slice(headers.length).some((cell) => cell.trim() !== "")) {
    throw new Refusal(headers.at(-1) ?? "", counts);
  }
}

function read<Value>(
  column: ReceivableColumn,
  cell: (column: ReceivableColumn) => string,
  parse: (text: string) => Value,
): Value {
  const text = cell(column);
  if (text === "") throw new Refusal(column, "the cell is empty");
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(column, error.message);
    const unknownCurrency = error instanceof MoneyError && error.code === "money-currency-unknown";
    const expected =
      error instanceof MoneyError || error instanceof TimeError || error instanceof IdentityError;
    if (!expected || unknownCurrency) throw error;
    throw new Refusal(column, error.message);
  }
}

function parseAmount(text: string, currency: string): bigint {
  const { minor } = parseMoney(text, currency);
  if (minor === 0n) throw new Refusal("", `${text.slice(0, 40)} is not a positive amount`);
  if (minor > largestAmount) {
    throw new Refusal("", `the amount exceeds ${formatMoney(largestAmount, currency)}`);
  }
  return minor;
}

function parseDate(text: string): string {
  const date = parseCivilDate(text);
  if (date > lastDate) throw new Refusal("", `${date} is after ${lastDate}, the ledger's last day`);
  return date;
}

function parseDisputed(text: string): boolean {
  const disputed = disputedWords.get(text.toLowerCase());
  if (disputed === undefined) throw new Refusal("", `"${text.slice(0, 40)}" is neither Yes nor No`);
  return disputed;
}
