import { currencyExponent } from "../../money/currencyExponent.ts";
import { canonicalInvoiceNumber } from "../../tags/canonicalInvoiceNumber.ts";
import { documentDate } from "../documentDate.ts";
import { documentIdentity } from "../documentIdentity.ts";
import type { InspectedInvoice } from "../inspectedDocument.ts";
import { ProblemList } from "../ProblemList.ts";
import type { XmlTree } from "../XmlTree.ts";
import { AmountReader } from "./AmountReader.ts";
import { childOf } from "./childOf.ts";
import { childrenOf } from "./childrenOf.ts";
import { ublItems } from "./ublItems.ts";
import { ublParty } from "./ublParty.ts";
import { ublTotals } from "./ublTotals.ts";

/** UNTDID 1001 codes that EN 16931 takes for credit notes. */
const creditCodes = new Set([
  ...["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"],
]);

/**
 * Reads an invoice or credit note in UBL 2.1 (EN 16931's fields of it).
 *
 * @param document its root element
 * @param digest of the file
 */
export function readUbl(document: XmlTree, digest: `0x${string}`): InspectedInvoice {
  const problems = new ProblemList();
  const kind = document.name === "CreditNote" ? "credit-note" : "invoice";
  const number = numberOf(document, problems);
  const issued = dateOf(document, "IssueDate", problems);
  if (childOf(document, "IssueDate") === undefined) {
    problems.add(`/${document.name}/IssueDate`, "The issue date is missing.");
  }
  checkTypeCode(document, problems);
  const currency = currencyOf(document, problems);
  const seller = ublParty(document, "AccountingSupplierParty", problems);
  const buyer = ublParty(document, "AccountingCustomerParty", problems);
  const amounts = new AmountReader(currency, problems);
  const { total, payable } = ublTotals(document, currency, amounts, problems);
  if (total !== undefined && total < 0n) {
    problems.add(`/${document.name}/LegalMonetaryTotal/TaxInclusiveAmount`, "It is negative.");
  }
  const due = dueOf(document, payable ?? 0n, issued, problems);
  ublItems(document, problems);
  return {
    kind,
    number,
    identity: documentIdentity({ kind, sellerId: seller.partyId, number, digest }),
    digest,
    seller: seller.party,
    buyer: buyer.party,
    amount: amounts.amount(total),
    issued,
    due,
    payable: amounts.amount(payable),
    names: childrenOf(document, "BillingReference").flatMap((reference) => {
      const named = childOf(reference, "InvoiceDocumentReference/ID")?.text ?? "";
      return named === "" ? [] : [named];
    }),
    problems: problems.all(),
  };
}

function numberOf(document: XmlTree, problems: ProblemList): string | null {
  const path = `/${document.name}/ID`;
  const number = childOf(document, "ID")?.text ?? "";
  if (number === "") {
    problems.add(path, "The number is missing.");
    return null;
  }
  problems.try(path, () => canonicalInvoiceNumber(number));
  return number;
}

function checkTypeCode(document: XmlTree, problems: ProblemList): void {
  const name = `${document.name}TypeCode`;
  const code = childOf(document, name)?.text ?? "";
  const path = `/${document.name}/${name}`;
  if (document.name === "Invoice" && creditCodes.has(code)) {
    problems.add(path, `${code} is the code of a credit note, but the document is an invoice.`);
  }
  if (document.name === "CreditNote" && code === "380") {
    problems.add(path, "380 is the code of an invoice, but the document is a credit note.");
  }
}

function currencyOf(document: XmlTree, problems: ProblemList): string {
  const path = `/${document.name}/DocumentCurrencyCode`;
  const currency = childOf(document, "DocumentCurrencyCode")?.text ?? "";
  if (currency === "") problems.add(path, "The currency is missing.");
  else problems.try(path, () => currencyExponent(currency));
  return currency;
}

function dateOf(document: XmlTree, name: string, problems: ProblemList): string | null {
  const element = childOf(document, name);
  if (element === undefined) return null;
  return documentDate(element.text, `/${document.name}/${name}`, problems);
}

/** BT-9, which a credit note has among its means of payment. EN 16931 BR-CO-25 asks for it, or for terms. */
function dueOf(
  document: XmlTree,
  payable: bigint,
  issued: string | null,
  problems: ProblemList,
): string | null {
  const name = ["DueDate", "PaymentMeans/PaymentDueDate"].find(
    (each) => childOf(document, each) !== undefined,
  );
  if (name === undefined) {
    const terms = childrenOf(document, "PaymentTerms").length > 0;
    if (document.name === "Invoice" && payable > 0n && !terms) {
      const message = "An amount is due, but neither a due date nor payment terms say when";
      problems.add("/Invoice/DueDate", `${message} (BR-CO-25).`);
    }
    return null;
  }
  const due = dateOf(document, name, problems);
  if (due !== null && issued !== null && due < issued) {
    problems.add(`/${document.name}/${name}`, `Due ${due}, before the issue date ${issued}.`);
  }
  return due;
}
