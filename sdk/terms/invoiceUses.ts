import { canonicalInvoiceIdentity } from "../tags/canonicalInvoiceIdentity.ts";
import type { TagSource } from "../tags/TagSource.ts";
import { unblindedTagSource } from "../tags/unblindedTagSource.ts";
import type { InvoiceDocument } from "./invoiceDocument.ts";
import type { InvoiceUse } from "./terms.ts";

/**
 * What the ledger is told of invoices: each one's tag, face and used part.
 *
 * @param tagSource who knows the tags' key; epoch 0, unblinded, by default
 * @throws IdentityError for an invoice that can't be identified
 *
 * @example
 * import { invoiceUses } from "@tallystick/sdk";
 *
 * const sellerId = { scheme: "local", id: "acme" };
 * const [use] = await invoiceUses([{ sellerId, number: "2026-17", face: 500_00n }]);
 * use.used // => 500_00n
 */
export async function invoiceUses(
  invoices: readonly InvoiceDocument[],
  tagSource: TagSource = unblindedTagSource,
): Promise<readonly InvoiceUse[]> {
  return Promise.all(
    invoices.map(async ({ face, used = face, ...identity }) => ({
      tag: await tagSource.tagOf(canonicalInvoiceIdentity(identity)),
      face,
      used,
    })),
  );
}
