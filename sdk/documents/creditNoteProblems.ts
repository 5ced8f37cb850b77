import { canonicalInvoiceNumber } from "../tags/canonicalInvoiceNumber.ts";
import type { DocumentProblem } from "./documentProblem.ts";
import type { InspectedInvoice } from "./inspectedDocument.ts";
import { ProblemList } from "./ProblemList.ts";

/**
 * What contradicts between a credit note and the invoice that it names: number, seller, currency, and an amount that is
 * larger than the invoice's.
 *
 * @param earlier other credit notes for the same invoice, which leave less of it
 *
 * @example
 * import { creditNoteProblems } from "@tallystick/sdk";
 *
 * const digest = "0x00";
 * const seller = { name: "Acme", id: "DE123456789", scheme: "vat" };
 * const rest = { digest, seller, buyer: null, issued: null, due: null, payable: null, problems: [] };
 * const invoice = { ...rest, kind: "invoice", identity: "", number: "INV-1", names: [],
 *   amount: { minor: "10000", currency: "EUR" } };
 * const creditNote = { ...rest, kind: "credit-note", identity: "", number: "CN-1", names: ["inv 1"],
 *   amount: { minor: "10001", currency: "EUR" } };
 * creditNoteProblems(creditNote, invoice)[0].message
 * // => "It credits 10001 minor units of EUR, but only 10000 of the invoice are left."
 */
export function creditNoteProblems(
  creditNote: InspectedInvoice,
  invoice: InspectedInvoice,
  earlier: readonly InspectedInvoice[] = [],
): readonly DocumentProblem[] {
  const problems = new ProblemList();
  if (creditNote.kind !== "credit-note") problems.add("/", "It is not a credit note.");
  const named = creditNote.names.map(plainNumber);
  if (invoice.number === null || !named.includes(plainNumber(invoice.number))) {
    problems.add(
      "/CreditNote/BillingReference",
      `It does not name invoice ${invoice.number ?? "?"}.`,
    );
  }
  const [ours, theirs] = [creditNote.seller, invoice.seller];
  if (ours?.id !== theirs?.id || ours?.scheme !== theirs?.scheme) {
    problems.add("/CreditNote/AccountingSupplierParty", "Its seller is not the invoice's.");
  }
  checkAmount(creditNote, invoice, earlier, problems);
  return problems.all();
}

function checkAmount(
  creditNote: InspectedInvoice,
  invoice: InspectedInvoice,
  earlier: readonly InspectedInvoice[],
  problems: ProblemList,
): void {
  const path = "/CreditNote/LegalMonetaryTotal/TaxInclusiveAmount";
  if (creditNote.amount === null || invoice.amount === null) return;
  const { currency } = invoice.amount;
  if (creditNote.amount.currency !== currency) {
    problems.add(path, `It is in ${creditNote.amount.currency}, the invoice in ${currency}.`);
    return;
  }
  let left = BigInt(invoice.amount.minor);
  for (const each of earlier) {
    if (each.amount?.currency === currency) left -= BigInt(each.amount.minor);
  }
  const credited = BigInt(creditNote.amount.minor);
  if (credited > left) {
    const message = `It credits ${credited} minor units of ${currency}, but only ${left}`;
    problems.add(path, `${message} of the invoice are left.`);
  }
}

function plainNumber(number: string): string {
  try {
    return canonicalInvoiceNumber(number);
  } catch {
    return number;
  }
}
