import { currencyExponent } from "../../money/currencyExponent.ts";
import { type ChosenParty, chooseParty } from "../chooseParty.ts";
import { documentDate } from "../documentDate.ts";
import { documentIdentity } from "../documentIdentity.ts";
import { formatDecimal } from "../formatDecimal.ts";
import type { DocumentAmount, InspectedEInvoice } from "../inspectedDocument.ts";
import { minorUnits } from "../minorUnits.ts";
import type { ProblemList } from "../ProblemList.ts";
import { parseDecimal } from "../parseDecimal.ts";
import { checkEInvoiceNumber } from "./checkEInvoiceNumber.ts";
import type { EInvoiceField, EInvoiceFields } from "./eInvoiceFields.ts";

/** Reads the fields of a Chinese e-invoice, however they were written. Its currency is CNY unless it says another one. */
export function readEInvoice(
  fields: EInvoiceFields,
  digest: `0x${string}`,
  problems: ProblemList,
): InspectedEInvoice {
  const issued = dateOf(fields.issued, problems);
  if (fields.issued === undefined) problems.add("/issued", "The issue date is missing.");
  const due = dateOf(fields.due, problems);
  if (fields.due !== undefined && due !== null && issued !== null && due < issued) {
    problems.add(fields.due.path, `Due ${due}, before the issue date ${issued}.`);
  }
  checkEInvoiceNumber(fields.number, fields.code, issued, problems);
  const seller = partyOf("seller", fields.sellerName, fields.sellerId, problems);
  const buyer = partyOf("buyer", fields.buyerName, fields.buyerId, problems);
  if (fields.sellerId === undefined) problems.add("/seller", "The seller has no tax number.");
  const number = fields.number?.text ?? null;
  // A number that JSON rounded is none.
  const exact = number?.endsWith("?") === true ? null : number;
  const code = fields.code?.text;
  const kind = "invoice" as const;
  return {
    kind: "e-invoice",
    number,
    identity: documentIdentity({ kind, sellerId: seller.partyId, number: exact, code, digest }),
    digest,
    seller: seller.party,
    buyer: buyer.party,
    amount: totalOf(fields, problems),
    issued,
    due,
    code: code ?? null,
    problems: problems.all(),
  };
}

function dateOf(field: EInvoiceField | undefined, problems: ProblemList): string | null {
  return field === undefined ? null : documentDate(field.text, field.path, problems);
}

function partyOf(
  noun: "seller" | "buyer",
  name: EInvoiceField | undefined,
  id: EInvoiceField | undefined,
  problems: ProblemList,
): ChosenParty {
  if (name === undefined) problems.add(`/${noun}`, `The ${noun} is missing.`);
  // Individuals and bodies abroad have tax numbers of other forms; 18 characters are a USCC.
  const register = id !== undefined && /^[0-9A-Za-z]{18}$/.test(id.text) ? "USCC" : undefined;
  const candidate = id && { scheme: "vat" as const, text: id.text, register, path: id.path };
  const chosen = chooseParty(name?.text ?? null, candidate ? [candidate] : [], "CN", problems);
  const { name: printed, id: canonical, scheme } = chosen.party;
  return { party: { name: printed, id: canonical, scheme }, partyId: chosen.partyId };
}

function totalOf(fields: EInvoiceFields, problems: ProblemList): DocumentAmount | null {
  const currency = fields.currency?.text.toUpperCase() ?? "CNY";
  const where = fields.currency?.path ?? "";
  const known = problems.try(where, () => currencyExponent(currency)) !== undefined;
  const read = (field: EInvoiceField | undefined): bigint | undefined => {
    if (field === undefined) return undefined;
    const text = field.text.normalize("NFKC").replace(/^[¥￥]|(?<=\d),(?=\d{3})/g, "");
    const value = parseDecimal(text);
    const shown = field.text.slice(0, 40);
    if (value === undefined) problems.add(field.path, `"${shown}" is not an amount.`);
    else if (known && minorUnits(value, currency) === undefined) {
      problems.add(field.path, `${shown} has more decimals than ${currency}.`);
    }
    return value;
  };
  const [net, tax, total] = [read(fields.net), read(fields.tax), read(fields.total)];
  if (fields.total === undefined) {
    problems.add("/amount", "The total with tax is missing.");
    return null;
  }
  if (total === undefined) return null;
  if (total < 0n) problems.add(fields.total.path, "A red-letter invoice: the total is negative.");
  if (net !== undefined && tax !== undefined && net + tax !== total) {
    const [said, sum] = [formatDecimal(total), formatDecimal(net + tax)];
    problems.add(fields.total.path, `It says ${said}, but amount and tax are ${sum}.`);
  }
  const minor = known ? minorUnits(total, currency) : undefined;
  return minor === undefined ? null : { minor: minor.toString(), currency };
}
