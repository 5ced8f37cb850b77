import { formatPartyId } from "../identity/formatPartyId.ts";
import type { PartyId } from "../identity/partyId.ts";
import { canonicalInvoiceIdentity } from "../tags/canonicalInvoiceIdentity.ts";
import { canonicalInvoiceNumber } from "../tags/canonicalInvoiceNumber.ts";

export type DocumentIdentityParameters = {
  readonly kind: "invoice" | "credit-note";
  /** Undefined when the document names no seller by an identifier. */
  readonly sellerId: PartyId | undefined;
  readonly number: string | null;
  readonly code?: string | undefined;
  /** Of the document's content: all that is left to tell it from others when it has no number. */
  readonly digest: string;
};

/**
 * What makes an invoice or credit note the same one. An invoice with seller and number has the identity that its tag
 * is made of; one that lacks either still has an identity, which no receivable can be registered under.
 */
export function documentIdentity(parameters: DocumentIdentityParameters): string {
  const { kind, sellerId, number, code, digest } = parameters;
  const readable =
    number !== null && isReadable(number) && (code === undefined || isReadable(code));
  if (kind === "invoice" && sellerId !== undefined && readable) {
    return canonicalInvoiceIdentity({ sellerId, number, code });
  }
  const seller = sellerId === undefined ? "" : formatPartyId(sellerId);
  if (!readable) return JSON.stringify([kind, seller, "", "", digest]);
  const canonicalCode = code === undefined ? "" : canonicalInvoiceNumber(code);
  return JSON.stringify([kind, seller, canonicalInvoiceNumber(number), canonicalCode]);
}

function isReadable(text: string): boolean {
  try {
    return canonicalInvoiceNumber(text) !== "";
  } catch {
    return false;
  }
}
