/**
 * The identity of a Chinese tax invoice. The tax service numbers them for the whole country, so the number alone (20
 * digits), or an old invoice's code (10 or 12 digits) and number (8), is the invoice, whoever is named as its seller.
 *
 * @param number canonical number
 * @param code canonical code, or empty
 * @returns undefined when these are no such number
 */
export function fiscalIdentity(number: string, code: string): string | undefined {
  if (code === "" && /^\d{20}$/.test(number)) return JSON.stringify(["e-invoice", number]);
  const isOld = /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number);
  return isOld ? JSON.stringify(["vat-invoice", code, number]) : undefined;
}
