import type { ApproximateInvoice } from "./approximateInvoice.ts";
import { approximateParts } from "./approximateParts.ts";

/**
 * What stays the same when only an invoice's number is changed, as one string: seller, buyer, amount and date. Two honest
 * invoices can agree in it, so its tag warns and never blocks, and never goes on the ledger.
 *
 * @returns a JSON array of strings
 * @throws IdentityError as `partyId`; MoneyError for an unknown currency or a negative amount; TimeError
 *
 * @example
 * import { looseInvoiceIdentity } from "@tallystick/sdk";
 *
 * const sellerId = { scheme: "local", id: "acme" };
 * const buyerId = { scheme: "local", id: "huadong" };
 * looseInvoiceIdentity({ sellerId, buyerId, amount: 123456n, currency: "CNY", issued: "2026-03-17" })
 * // => '["invoice-loose","local:ACME","local:HUADONG","CNY","123456","2026-03-17"]'
 */
export function looseInvoiceIdentity(invoice: ApproximateInvoice): string {
  const { parties, issued } = approximateParts(invoice);
  const { amount, currency } = invoice;
  return JSON.stringify(["invoice-loose", ...parties, currency, amount.toString(), issued]);
}
