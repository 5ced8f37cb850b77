import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";
import { readEInvoiceXml } from "./eInvoice/readEInvoiceXml.ts";
import type { InspectedDocument } from "./inspectedDocument.ts";
import { parseXml } from "./parseXml.ts";
import { sha256Digest } from "./sha256Digest.ts";
import { readUbl } from "./ubl/readUbl.ts";

const ubl = "urn:oasis:names:specification:ubl:schema:xsd:";

/**
 * Reads a document in XML.
 *
 * @param bytes what the text was decoded from; the digest is theirs
 * @throws DocumentUnreadableError when it is of no kind that is known
 */
export function inspectXml(text: string, bytes: Uint8Array): InspectedDocument {
  const root = parseXml(text);
  const { name, namespace } = root;
  const isUbl = name === "Invoice" || name === "CreditNote";
  if (isUbl && namespace === `${ubl}${name}-2`) return readUbl(root, sha256Digest(bytes));
  if (name === "EInvoice") return readEInvoiceXml(root, sha256Digest(bytes));
  const shown = `<${name.slice(0, 60)}> of ${namespace === "" ? "no namespace" : namespace.slice(0, 120)}`;
  const known = "an invoice or credit note in UBL 2.1, or a Chinese e-invoice";
  throw new DocumentUnreadableError(`The XML is ${shown}, which is not ${known}.`);
}
