import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

/** The columns of a table of receivables that are read; any other column is ignored. */
const needed = [
  "customerID",
  "invoiceNumber",
  "InvoiceDate",
  "DueDate",
  "InvoiceAmount",
  "Disputed",
  "SettledDate",
] as const;

export type ReceivableColumn = (typeof needed)[number];

/** Where a table's header has the columns that are read. */
export type ReceivableColumns = {
  /** Every header in order, blanks around it removed. */
  readonly headers: readonly string[];
  /** Index of each column that is read. */
  readonly index: Readonly<Record<ReceivableColumn, number>>;
};

/**
 * Finds the columns of receivables in a header, in any order.
 *
 * @throws DocumentUnreadableError when a needed column is missing or there twice
 *
 * @example
 * import { receivableColumns } from "@tallystick/sdk";
 *
 * const header = "SettledDate,DueDate,InvoiceDate,Disputed,InvoiceAmount,invoiceNumber,customerID";
 * receivableColumns(header.split(",")).index.DueDate // => 1
 */
export function receivableColumns(cells: readonly string[]): ReceivableColumns {
  const headers = cells.map((cell) => cell.trim());
  const indexOf = (column: ReceivableColumn): number => {
    const first = headers.indexOf(column);
    if (first === -1 || headers.lastIndexOf(column) !== first) {
      const fault = first === -1 ? "has no column" : "has more than one column";
      throw new DocumentUnreadableError(
        `The table ${fault} ${column}; it needs one each of ${needed.join(", ")}.`,
        {
          details: { column },
        },
      );
    }
    return first;
  };
  const index = {
    customerID: indexOf("customerID"),
    invoiceNumber: indexOf("invoiceNumber"),
    InvoiceDate: indexOf("InvoiceDate"),
    DueDate: indexOf("DueDate"),
    InvoiceAmount: indexOf("InvoiceAmount"),
    Disputed: indexOf("Disputed"),
    SettledDate: indexOf("SettledDate"),
  };
  return { headers, index };
}
