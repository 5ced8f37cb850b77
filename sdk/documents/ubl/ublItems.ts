import { isGs1Key } from "../gs1/isGs1Key.ts";
import type { ProblemList } from "../ProblemList.ts";
import { parseDecimal } from "../parseDecimal.ts";
import type { XmlTree } from "../XmlTree.ts";
import { childOf } from "./childOf.ts";
import { childrenOf } from "./childrenOf.ts";

/** Checks what the lines of an invoice in UBL say of goods: quantities are numbers, GTINs have right check digits. */
export function ublItems(document: XmlTree, problems: ProblemList): void {
  const credit = document.name === "CreditNote";
  const name = credit ? "CreditNoteLine" : "InvoiceLine";
  const quantityName = credit ? "CreditedQuantity" : "InvoicedQuantity";
  for (const [index, line] of childrenOf(document, name).entries()) {
    const path = `/${document.name}/${name}[${index + 1}]`;
    const quantity = childOf(line, quantityName);
    if (quantity !== undefined && parseDecimal(quantity.text) === undefined) {
      const shown = quantity.text.slice(0, 40);
      problems.add(`${path}/${quantityName}`, `"${shown}" is not a quantity.`);
    }
    const item = childOf(line, "Item/StandardItemIdentification/ID");
    const isGtin = /^(0160|GTIN)$/i.test(item?.attributes["schemeID"] ?? "");
    if (item !== undefined && isGtin && !(/^\d{8,14}$/.test(item.text) && isGs1Key(item.text))) {
      const where = `${path}/Item/StandardItemIdentification/ID`;
      problems.add(where, `"${item.text.slice(0, 40)}" is not a GTIN with a right check digit.`);
    }
  }
}
