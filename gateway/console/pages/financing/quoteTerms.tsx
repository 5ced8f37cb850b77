import type { ReactNode } from "react";
import type { Quote } from "../../api/financing.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Amount } from "../../components/Amount.tsx";
import { Chip } from "../../components/Chip.tsx";
import type { Texts } from "../../i18n/texts.ts";
import { annualRate } from "./annualRate.ts";
import { interestBearer } from "./interestBearer.ts";

/** One term that quotes are compared by. */
export interface QuoteTerm {
  readonly label: string;
  readonly cell: (quote: Quote) => ReactNode;
}

function daysOf({ dueDate }: Quote): number {
  return ledgerDay.until(dueDate);
}

function kept(t: Texts, quote: Quote, minor: string): ReactNode {
  return (
    <>
      <Amount minor={minor} currency={quote.currency} />{" "}
      <span className="faint">
        {t.desk.aYear(annualRate(BigInt(minor), BigInt(quote.valueMinor), daysOf(quote)))}
      </span>
    </>
  );
}

/** The terms of quotes in the order in which people compare them. */
export const quoteTerms = (t: Texts, nameOf: (bank: Quote["bank"]) => string): QuoteTerm[] => [
  {
    label: t.financing.principal,
    cell: ({ principalMinor, currency }) => (
      <strong className="compare-main">
        <Amount minor={principalMinor} currency={currency} />
      </strong>
    ),
  },
  {
    label: t.financing.discount,
    cell: (quote) => kept(t, quote, quote.discountMinor),
  },
  {
    label: t.financing.fee,
    cell: ({ feeMinor, currency }) => <Amount minor={feeMinor} currency={currency} />,
  },
  {
    label: t.financing.allIn,
    cell: (quote) =>
      kept(t, quote, (BigInt(quote.discountMinor) + BigInt(quote.feeMinor)).toString()),
  },
  {
    label: t.financing.recourse,
    cell: ({ recourse }) => (
      <Chip tone={recourse ? "warn" : "good"}>
        {recourse ? t.financing.withRecourse : t.financing.withoutRecourse}
      </Chip>
    ),
  },
  {
    label: t.financing.interestBy,
    cell: (quote) => t.financing[interestBearer(quote)],
  },
  { label: t.financing.bank, cell: ({ bank }) => nameOf(bank) },
  { label: t.financing.validUntil, cell: ({ deadline }) => deadline.slice(0, 10) },
];
