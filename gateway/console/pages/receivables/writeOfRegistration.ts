import { parseMoney } from "@tallystick/sdk";
import { id } from "ethers";
import type { Write } from "../../api/useWrite.ts";
import { minorOf } from "../certificate/minorOf.ts";
import type { InvoiceDraft, RegistrationDraft } from "./registrationDraft.ts";

interface Invoice {
  readonly number: string;
  readonly faceMinor: string;
  readonly usedMinor: string;
}

/** An empty amount used means the whole invoice. */
function invoiceOf({ number, face, used }: InvoiceDraft, currency: string): Invoice | undefined {
  const faceMinor = minorOf(face, currency);
  const usedMinor = used.trim() === "" ? faceMinor : minorOf(used, currency);
  if (number.trim() === "" || faceMinor === undefined || usedMinor === undefined) return undefined;
  return {
    number: number.trim(),
    faceMinor: faceMinor.toString(),
    usedMinor: usedMinor.toString(),
  };
}

/** Percent with at most two decimals as basis points, without a float. */
function basisPoints(percent: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(percent)) return undefined;
  return Number(parseMoney(percent, "CNY").minor);
}

/** The request that a filled form stands for, or undefined while something is missing. */
export function writeOfRegistration(draft: RegistrationDraft, creditor: number): Write | undefined {
  const { obligor, currency, delivery, contractDue, due, longTerm } = draft;
  const invoices = draft.invoices.map((each) => invoiceOf(each, currency));
  const known = invoices.filter((each) => each !== undefined);
  const share = basisPoints(draft.interestShare);
  if (obligor === undefined || share === undefined || known.length < invoices.length)
    return undefined;
  if (known.length === 0 || [delivery, contractDue, due].includes("")) return undefined;
  const amount = known.reduce((sum, { usedMinor }) => sum + BigInt(usedMinor), 0n);
  return {
    path: "/v1/receivables",
    body: {
      obligor,
      creditor,
      amountMinor: amount.toString(),
      currency,
      deliveryDate: delivery,
      contractDueDate: contractDue,
      dueDate: due,
      // Without files the list of invoices is the document.
      documentRoot: draft.documents ?? id(JSON.stringify(known)),
      defenceWaiver: draft.defenceWaiver,
      noticeByLedger: draft.noticeByLedger,
      ...(longTerm.trim() === "" ? {} : { longTermReason: id(longTerm.trim()) }),
      obligorInterestShareBasisPoints: share,
      invoices: known,
    },
  };
}
