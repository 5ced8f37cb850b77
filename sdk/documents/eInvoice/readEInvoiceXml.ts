import { formatDecimal } from "../formatDecimal.ts";
import type { InspectedEInvoice } from "../inspectedDocument.ts";
import { ProblemList } from "../ProblemList.ts";
import { parseDecimal } from "../parseDecimal.ts";
import { childOf } from "../ubl/childOf.ts";
import { childrenOf } from "../ubl/childrenOf.ts";
import type { XmlTree } from "../XmlTree.ts";
import type { EInvoiceField, EInvoiceFields } from "./eInvoiceFields.ts";
import { readEInvoice } from "./readEInvoice.ts";

/** Reads a fully digitalised e-invoice from the tax administration's XML. */
export function readEInvoiceXml(document: XmlTree, digest: `0x${string}`): InspectedEInvoice {
  const problems = new ProblemList();
  const field = (...paths: readonly string[]): EInvoiceField | undefined => {
    for (const path of paths) {
      const text = childOf(document, path)?.text ?? "";
      if (text !== "") return { text, path: `/EInvoice/${path}` };
    }
    return undefined;
  };
  const fields: EInvoiceFields = {
    number: field("TaxSupervisionInfo/InvoiceNumber", "Header/EIid"),
    code: field("TaxSupervisionInfo/InvoiceCode"),
    issued: field("TaxSupervisionInfo/IssueTime", "EInvoiceData/BasicInformation/RequestTime"),
    due: undefined,
    sellerName: field("EInvoiceData/SellerInformation/SellerName"),
    sellerId: field("EInvoiceData/SellerInformation/SellerIdNum"),
    buyerName: field("EInvoiceData/BuyerInformation/BuyerName"),
    buyerId: field("EInvoiceData/BuyerInformation/BuyerIdNum"),
    net: field("EInvoiceData/BasicInformation/TotalAmWithoutTax"),
    tax: field("EInvoiceData/BasicInformation/TotalTaxAm"),
    total: field("EInvoiceData/BasicInformation/TotalTax-includedAmount"),
    currency: undefined,
  };
  const header = field("Header/EIid");
  if (header !== undefined && fields.number !== undefined && header.text !== fields.number.text) {
    problems.add(header.path, `It says ${header.text.slice(0, 40)}, the number is another one.`);
  }
  checkLines(document, fields.net, "Amount", problems);
  checkLines(document, fields.tax, "ComTaxAm", problems);
  return readEInvoice(fields, digest, problems);
}

/** Lines add up to the total, when each of them has the amount. */
function checkLines(
  document: XmlTree,
  total: EInvoiceField | undefined,
  name: string,
  problems: ProblemList,
): void {
  const lines = childrenOf(childOf(document, "EInvoiceData"), "IssuItemInformation");
  const values = lines.map((line) => parseDecimal(childOf(line, name)?.text ?? "?"));
  const stated = total === undefined ? undefined : parseDecimal(total.text);
  if (total === undefined || stated === undefined || lines.length === 0) return;
  let sum = 0n;
  for (const value of values) {
    if (value === undefined) return;
    sum += value;
  }
  if (sum === stated) return;
  const said = formatDecimal(stated);
  problems.add(total.path, `It says ${said}, but the lines add up to ${formatDecimal(sum)}.`);
}
