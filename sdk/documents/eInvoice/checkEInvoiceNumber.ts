import type { ProblemList } from "../ProblemList.ts";
import type { EInvoiceField } from "./eInvoiceFields.ts";

/**
 * Checks the number of a Chinese e-invoice: 20 digits, of which the first two are the year, and no code; or 8 digits
 * under a code of 10 or 12.
 */
export function checkEInvoiceNumber(
  number: EInvoiceField | undefined,
  code: EInvoiceField | undefined,
  issued: string | null,
  problems: ProblemList,
): void {
  if (number === undefined) {
    problems.add("/number", "The invoice number is missing.");
    return;
  }
  const digits = plainDigits(number.text);
  const shown = number.text.slice(0, 40);
  if (code === undefined) {
    if (!/^\d{20}$/.test(digits)) {
      const message = /^\d{8}$/.test(digits)
        ? "A number of 8 digits needs the invoice code."
        : `"${shown}" is not a number of 20 digits.`;
      problems.add(number.path, message);
    } else if (issued !== null && digits.slice(0, 2) !== issued.slice(2, 4)) {
      const year = `20${digits.slice(0, 2)}`;
      problems.add(number.path, `The number is of ${year}, the invoice of ${issued.slice(0, 4)}.`);
    }
    return;
  }
  if (!/^(\d{10}|\d{12})$/.test(plainDigits(code.text))) {
    problems.add(code.path, `"${code.text.slice(0, 40)}" is not a code of 10 or 12 digits.`);
  }
  if (/^\d{20}$/.test(digits)) problems.add(code.path, "A number of 20 digits has no code.");
  else if (!/^\d{8}$/.test(digits)) {
    problems.add(number.path, `"${shown}" is not a number of 8 digits.`);
  }
}

function plainDigits(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "");
}
