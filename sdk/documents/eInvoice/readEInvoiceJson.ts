import type { InspectedEInvoice } from "../inspectedDocument.ts";
import { ProblemList } from "../ProblemList.ts";
import { eInvoiceJsonFields } from "./eInvoiceJsonFields.ts";
import { readEInvoice } from "./readEInvoice.ts";

/** Reads the fields of a Chinese e-invoice from JSON. */
export function readEInvoiceJson(value: unknown, digest: `0x${string}`): InspectedEInvoice {
  const fields = eInvoiceJsonFields(value);
  const none = undefined;
  return readEInvoice(
    fields ?? {
      ...{ number: none, code: none, issued: none, due: none, sellerName: none, sellerId: none },
      ...{ buyerName: none, buyerId: none, net: none, tax: none, total: none, currency: none },
    },
    digest,
    new ProblemList(),
  );
}
