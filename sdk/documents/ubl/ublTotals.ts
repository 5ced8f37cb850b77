import { formatDecimal } from "../formatDecimal.ts";
import type { ProblemList } from "../ProblemList.ts";
import type { XmlTree } from "../XmlTree.ts";
import type { AmountReader } from "./AmountReader.ts";
import { childOf } from "./childOf.ts";
import { childrenOf } from "./childrenOf.ts";

/** Decimals times 10^18; undefined when missing or unreadable. */
export type UblTotals = {
  readonly total: bigint | undefined;
  readonly payable: bigint | undefined;
};

type Sum = { readonly rule: string; readonly says: string };

/**
 * Reads the totals of an invoice in UBL and checks them against each other and against the lines: EN 16931 rules
 * BR-CO-10, 13, 15 and 16. Price times quantity is never checked: real invoices round it.
 */
export function ublTotals(
  document: XmlTree,
  currency: string,
  amounts: AmountReader,
  problems: ProblemList,
): UblTotals {
  const path = `/${document.name}/LegalMonetaryTotal`;
  const element = childOf(document, "LegalMonetaryTotal");
  if (element === undefined) {
    problems.add(path, "The totals are missing.");
    return { total: undefined, payable: undefined };
  }
  const read = (name: string): bigint | undefined =>
    amounts.read(childOf(element, name), `${path}/${name}`);
  const needed = (name: string): bigint | undefined => {
    if (childOf(element, name) === undefined) problems.add(`${path}/${name}`, "It is missing.");
    return read(name);
  };
  const check = (
    name: string,
    actual: bigint | undefined,
    sum: bigint | undefined,
    of: Sum,
  ): void => {
    if (actual === undefined || sum === undefined || actual === sum) return;
    const [said, meant] = [formatDecimal(actual), formatDecimal(sum)];
    problems.add(`${path}/${name}`, `It says ${said}, but ${of.says} ${meant} (${of.rule}).`);
  };
  const net = needed("LineExtensionAmount");
  const taxExclusive = needed("TaxExclusiveAmount");
  const taxInclusive = needed("TaxInclusiveAmount");
  const payable = needed("PayableAmount");
  const allowances = read("AllowanceTotalAmount") ?? 0n;
  const charges = read("ChargeTotalAmount") ?? 0n;
  const prepaid = read("PrepaidAmount") ?? 0n;
  const rounding = read("PayableRoundingAmount") ?? 0n;
  const plus = (base: bigint | undefined, more: bigint | undefined): bigint | undefined =>
    base === undefined || more === undefined ? undefined : base + more;

  check("LineExtensionAmount", net, sumOfLines(document, amounts, problems), {
    rule: "BR-CO-10",
    says: "the lines add up to",
  });
  check("TaxExclusiveAmount", taxExclusive, plus(net, charges - allowances), {
    rule: "BR-CO-13",
    says: "lines less allowances plus charges are",
  });
  check("TaxInclusiveAmount", taxInclusive, plus(taxExclusive, tax(document, currency, amounts)), {
    rule: "BR-CO-15",
    says: "the total without tax plus the tax is",
  });
  check("PayableAmount", payable, plus(taxInclusive, rounding - prepaid), {
    rule: "BR-CO-16",
    says: "the total with tax less what is prepaid plus rounding is",
  });
  return { total: taxInclusive, payable };
}

function sumOfLines(
  document: XmlTree,
  amounts: AmountReader,
  problems: ProblemList,
): bigint | undefined {
  const name = document.name === "CreditNote" ? "CreditNoteLine" : "InvoiceLine";
  const lines = childrenOf(document, name);
  if (lines.length === 0) {
    problems.add(`/${document.name}/${name}`, "There is no line.");
    return undefined;
  }
  let sum: bigint | undefined = 0n;
  for (const [index, line] of lines.entries()) {
    const path = `/${document.name}/${name}[${index + 1}]/LineExtensionAmount`;
    const element = childOf(line, "LineExtensionAmount");
    if (element === undefined) problems.add(path, "It is missing.");
    const value = amounts.read(element, path);
    sum = sum === undefined || value === undefined ? undefined : sum + value;
  }
  return sum;
}

/** The tax in the document's currency (BT-110); there may be another total in the currency of the accounts (BT-111). */
function tax(document: XmlTree, currency: string, amounts: AmountReader): bigint | undefined {
  const totals = childrenOf(document, "TaxTotal").map((each) => childOf(each, "TaxAmount"));
  if (totals.length === 0) return 0n;
  const own = totals.find((each) => each?.attributes["currencyID"]?.trim() === currency);
  return amounts.read(own ?? totals[0], `/${document.name}/TaxTotal/TaxAmount`);
}
