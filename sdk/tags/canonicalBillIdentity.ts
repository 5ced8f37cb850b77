import { canonicalInvoiceNumber } from "./canonicalInvoiceNumber.ts";

/**
 * What makes an electronic commercial bill the same bill, as one string: type and number. The number is unique by
 * itself, so no party is part of it; sub-ranges are claimed beside it.
 *
 * @returns a JSON array of strings
 * @throws IdentityError `identity-invoice-number-invalid`
 *
 * @example
 * import { canonicalBillIdentity } from "@tallystick/sdk";
 *
 * canonicalBillIdentity("2 3131-0000 7") // => '["bill","2313100007"]'
 */
export function canonicalBillIdentity(number: string): string {
  return JSON.stringify(["bill", canonicalInvoiceNumber(number)]);
}
