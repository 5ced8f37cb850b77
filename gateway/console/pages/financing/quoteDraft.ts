import type { FinancingRequestDetail } from "../../api/financing.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { minorOf } from "../certificate/minorOf.ts";
import { basisPointsOf } from "./basisPointsOf.ts";
import { quoteLegs } from "./quoteLegs.ts";

/** What a financier has filled in of a quote. */
export interface QuoteDraft {
  readonly rate: string;
  readonly fee: string;
  readonly recourse: boolean;
  readonly bearer: "holder" | "share";
  readonly bank: number | undefined;
  readonly registerBy: string;
  readonly payBy: string;
  readonly deadline: string;
}

/** The legs that a draft comes to; undefined while something is missing or nothing would be left. */
function legsOf(
  draft: QuoteDraft,
  { valueMinor, currency, dueDate, provenance }: FinancingRequestDetail,
) {
  const annualBasisPoints = basisPointsOf(draft.rate);
  const fee = draft.fee.trim() === "" ? 0n : minorOf(draft.fee, currency);
  if (annualBasisPoints === undefined || fee === undefined) return undefined;
  const share = provenance.receivableSummary.obligorInterestShareBasisPoints;
  return quoteLegs({
    face: BigInt(valueMinor),
    annualBasisPoints,
    days: Math.max(0, ledgerDay.until(dueDate)),
    obligorBasisPoints: draft.bearer === "share" ? BigInt(share) : 0n,
    fee,
  });
}

/** A quote in the making. */
export const quoteDraft = {
  /** Nothing decided yet; the days are what most people take, the due day at the latest. */
  empty(dueDate: string): QuoteDraft {
    const day = (days: number) => {
      const date = ledgerDay.date(days);
      return date < dueDate ? date : dueDate;
    };
    return {
      rate: "",
      fee: "",
      recourse: false,
      bearer: "holder",
      bank: undefined,
      registerBy: day(3),
      payBy: day(6),
      deadline: day(3),
    };
  },
  legs: legsOf,
  /** The request's body, or undefined while something is missing. */
  body(draft: QuoteDraft, request: FinancingRequestDetail) {
    const legs = legsOf(draft, request);
    if (legs === undefined || draft.bank === undefined) return undefined;
    return {
      principalMinor: legs.principal.toString(),
      discountMinor: legs.discount.toString(),
      feeMinor: legs.fee.toString(),
      obligorInterestMinor: legs.obligorInterest.toString(),
      recourse: draft.recourse,
      bank: draft.bank,
      registerBy: ledgerDay.end(draft.registerBy),
      payBy: ledgerDay.end(draft.payBy),
      deadline: ledgerDay.end(draft.deadline),
    };
  },
} as const;
