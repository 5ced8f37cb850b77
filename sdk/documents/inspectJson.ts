import { canonicalJson } from "./canonicalJson.ts";
import { isEInvoiceJson } from "./eInvoice/isEInvoiceJson.ts";
import { readEInvoiceJson } from "./eInvoice/readEInvoiceJson.ts";
import { epcisEvents } from "./epcis/epcisEvents.ts";
import { readEpcis } from "./epcis/readEpcis.ts";
import type { InspectedDocument } from "./inspectedDocument.ts";
import { parseJson } from "./parseJson.ts";
import { sha256Digest } from "./sha256Digest.ts";

/**
 * Reads a document in JSON. What is of no kind that is known is its digest.
 *
 * @throws DocumentUnreadableError
 */
export function inspectJson(text: string): InspectedDocument {
  const value = parseJson(text);
  const digest = sha256Digest(canonicalJson(value));
  const list = epcisEvents(value);
  if (list !== undefined) return readEpcis(list, digest);
  if (isEInvoiceJson(value)) return readEInvoiceJson(value, digest);
  return {
    kind: "json",
    identity: JSON.stringify(["json", digest]),
    digest,
    number: null,
    seller: null,
    buyer: null,
    amount: null,
    issued: null,
    due: null,
    problems: [],
  };
}
