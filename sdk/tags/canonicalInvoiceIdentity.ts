import { formatPartyId } from "../identity/formatPartyId.ts";
import type { PartyId } from "../identity/partyId.ts";
import { canonicalInvoiceNumber } from "./canonicalInvoiceNumber.ts";

export type CanonicalInvoiceIdentityParameters = {
  /** Who issued the invoice. */
  readonly sellerId: PartyId;
  readonly number: string;
  /** The code of an old VAT invoice, which its number is unique under; later invoices have none. */
  readonly code?: string | undefined;
  /** Only where the seller numbers its invoices per buyer, so that the number alone is not unique. */
  readonly buyerId?: PartyId | undefined;
};

/**
 * What makes an invoice the same invoice, as one string: type, seller, number, code. Amount and
 * dates are no part of it, so that an altered copy keeps the identity.
 *
 * @returns a JSON array of strings, so that no part can run into the next one
 * @throws IdentityError as `partyId`; `identity-invoice-number-invalid`
 *
 * @example
 * import { canonicalInvoiceIdentity } from "@tallystick/sdk";
 *
 * const sellerId = { scheme: "uscc", id: "91110108551385082Q" };
 * canonicalInvoiceIdentity({ sellerId, number: "No. 2026-17" })
 * // => '["invoice","uscc:91110108551385082Q","NO202617",""]'
 */
export function canonicalInvoiceIdentity(parameters: CanonicalInvoiceIdentityParameters): string {
  const { sellerId, number, code, buyerId } = parameters;
  const parts = [
    "invoice",
    formatPartyId(sellerId),
    canonicalInvoiceNumber(number),
    code === undefined || code === "" ? "" : canonicalInvoiceNumber(code),
  ];
  if (buyerId !== undefined) parts.push(formatPartyId(buyerId));
  return JSON.stringify(parts);
}
