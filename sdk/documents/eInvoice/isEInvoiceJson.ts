import { isRecord } from "../isRecord.ts";
import { eInvoiceJsonFields } from "./eInvoiceJsonFields.ts";

/**
 * Whether JSON is a Chinese e-invoice: it says so in Chinese, or its number has the form of one and it names a seller
 * or a total.
 */
export function isEInvoiceJson(value: unknown): boolean {
  const fields = eInvoiceJsonFields(value);
  if (fields === undefined || !isRecord(value)) return false;
  const { number, code, sellerId, sellerName, total, issued } = fields;
  if (/发票|税额|价税/u.test([number, code, total].map((each) => each?.path).join(" ")))
    return true;
  const kind = String(value["kind"] ?? value["type"] ?? "");
  if (/^e-?invoice$/i.test(kind)) return true;
  const others = [sellerId ?? sellerName, total, issued].filter((each) => each !== undefined);
  if (number === undefined || others.length < 2) return false;
  const digits = number.text.normalize("NFKC").replace(/\s/g, "");
  if (/^\d{15,30}\??$/.test(digits)) return true;
  return code !== undefined && /^\d{10,12}$/.test(code.text) && /^\d+$/.test(digits);
}
