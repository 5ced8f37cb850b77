import { formatRfc3339 } from "@tallystick/sdk";
import type { RefOf } from "../shared/memberRefs.ts";
import { quoteTermsFrom } from "./quoteTermsFrom.ts";

/** A row of `local.quote` with what the chain knows of it. */
export interface QuoteRow {
  readonly quote_id: bigint;
  readonly request_id: bigint;
  readonly certificate_id: bigint;
  readonly receivable_id: bigint;
  readonly financier: bigint;
  readonly holder: bigint;
  readonly obligor: bigint;
  readonly currency: string;
  readonly due_date: string;
  readonly terms: unknown;
  readonly account: string;
  readonly signature: string;
  readonly tags_checked_at: Date;
  readonly quoted_at: Date;
  readonly financing_id: bigint | null;
  readonly status: "open" | "accepted" | "withdrawn" | "expired" | "void";
}

/** A quote as it is answered to its two parties. */
export function showQuote(row: QuoteRow, refOf: RefOf) {
  const terms = quoteTermsFrom(row.terms);
  return {
    quote: row.quote_id,
    request: row.request_id,
    status: row.status,
    financing: row.financing_id,
    certificate: row.certificate_id,
    receivable: Number(row.receivable_id),
    financier: refOf(row.financier),
    holder: refOf(row.holder),
    obligor: refOf(row.obligor),
    currency: row.currency,
    dueDate: row.due_date,
    valueMinor: terms.value,
    principalMinor: terms.principal,
    discountMinor: terms.discount,
    feeMinor: terms.fee,
    obligorInterestMinor: terms.obligorInterest,
    recourse: terms.recourse,
    claimMinor: terms.claim,
    buyBackPriceMinor: terms.buyBackPrice,
    bank: refOf(terms.bank),
    registerBy: formatRfc3339(terms.registerBy),
    payBy: formatRfc3339(terms.payBy),
    deadline: formatRfc3339(terms.deadline),
    termsDigest: terms.termsDigest,
    tagsCheckedAt: row.tags_checked_at,
    quotedAt: row.quoted_at,
    signed: {
      account: row.account,
      signature: row.signature,
      nonce: terms.nonce,
      epoch: terms.epoch,
    },
  };
}
