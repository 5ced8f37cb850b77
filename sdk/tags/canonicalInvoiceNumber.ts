import { IdentityError } from "../errors/IdentityError.ts";
import { canonicalText } from "../identity/canonicalText.ts";

/**
 * The one spelling of an invoice number or code: full-width and other compatibility forms folded,
 * capitals, letters and digits only. Leading zeros stay.
 *
 * @returns 1 to 64 letters and digits
 * @throws IdentityError `identity-invoice-number-invalid`
 *
 * @example
 * import { canonicalInvoiceNumber } from "@tallystick/sdk";
 *
 * canonicalInvoiceNumber("inv-2026 / ００１７") // => "INV20260017"
 */
export function canonicalInvoiceNumber(text: string): string {
  const number = text.length > 256 ? undefined : canonicalText(text, /[^\p{L}\p{N}]/gu);
  if (number === undefined || number === "" || number.length > 64) {
    const shown = text.slice(0, 40);
    throw new IdentityError(
      "identity-invoice-number-invalid",
      `"${shown}" is not an invoice number of 1 to 64 letters and digits.`,
      { details: { text: shown } },
    );
  }
  return number;
}
