import type { ApproximateInvoice } from "./approximateInvoice.ts";
import { approximateParts } from "./approximateParts.ts";

/** The first two digits of an amount and how many follow: a bucket is at most a tenth of its amounts wide. */
function bucketOf(amount: bigint): string {
  const digits = amount.toString();
  return digits.length <= 2 ? digits : `${digits.slice(0, 2)}e${digits.length - 2}`;
}

/**
 * What stays the same when an invoice's number, and its amount or date a little, are changed, as one string: seller, buyer,
 * bucket of the amount and month. Amounts on two sides of a bucket's edge differ in it. Its tag warns and never blocks.
 *
 * @returns a JSON array of strings
 * @throws IdentityError as `partyId`; MoneyError for an unknown currency or a negative amount; TimeError
 *
 * @example
 * import { nearInvoiceIdentity } from "@tallystick/sdk";
 *
 * const sellerId = { scheme: "local", id: "acme" };
 * const buyerId = { scheme: "local", id: "huadong" };
 * nearInvoiceIdentity({ sellerId, buyerId, amount: 123456n, currency: "CNY", issued: "2026-03-17" })
 * // => '["invoice-near","local:ACME","local:HUADONG","CNY","12e4","2026-03"]'
 */
export function nearInvoiceIdentity(invoice: ApproximateInvoice): string {
  const { parties, issued } = approximateParts(invoice);
  const { amount, currency } = invoice;
  const month = issued.slice(0, 7);
  return JSON.stringify(["invoice-near", ...parties, currency, bucketOf(amount), month]);
}
