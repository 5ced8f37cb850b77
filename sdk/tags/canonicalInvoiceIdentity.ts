import { formatPartyId } from "../identity/formatPartyId.ts";
import type { PartyId } from "../identity/partyId.ts";
import { canonicalInvoiceNumber } from "./canonicalInvoiceNumber.ts";
import { fiscalIdentity } from "./fiscalIdentity.ts";

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
 * dates are no part of it, so that an altered copy keeps the identity. Chinese tax invoices are known by number (and
 * code) alone, whoever is named as seller.
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
  const { sellerId, buyerId } = parameters;
  const number = canonicalInvoiceNumber(parameters.number);
  const code = (parameters.code ?? "") === "" ? "" : canonicalInvoiceNumber(parameters.code ?? "");
  // Only taxpayers have such numbers; another seller's number may look like one by chance.
  const fiscal = sellerId.scheme === "uscc" ? fiscalIdentity(number, code) : undefined;
  if (fiscal !== undefined) return fiscal;
  const parts = ["invoice", formatPartyId(sellerId), number, code];
  if (buyerId !== undefined) parts.push(formatPartyId(buyerId));
  return JSON.stringify(parts);
}
