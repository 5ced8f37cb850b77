import type { Quote } from "../../api/financing.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Amount } from "../../components/Amount.tsx";
import { Chip } from "../../components/Chip.tsx";
import { type Column, Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { annualRate } from "./annualRate.ts";

/** Quotes that a financier made; `brief` leaves out what a request's own page says already. */
export function QuoteTable({
  items,
  brief = false,
}: {
  readonly items: readonly Quote[] | undefined;
  readonly brief?: boolean;
}) {
  const { t, nameOf } = useLanguage();
  const statuses: Readonly<Record<string, string>> = t.financing.quoteStatuses;
  const parties: readonly Column<Quote>[] = [
    { label: t.common.holder, cell: ({ holder }) => nameOf(holder) },
    { label: t.common.obligor, cell: ({ obligor }) => nameOf(obligor) },
    {
      label: t.financing.recourse,
      cell: ({ recourse }) => (recourse ? t.financing.withRecourse : t.financing.withoutRecourse),
    },
    {
      label: t.financing.discount,
      right: true,
      cell: ({ discountMinor, valueMinor, currency, dueDate }) => (
        <span className="figure">
          <Amount minor={discountMinor} currency={currency} />
          <span className="faint">
            {annualRate(BigInt(discountMinor), BigInt(valueMinor), ledgerDay.until(dueDate))}
          </span>
        </span>
      ),
    },
  ];
  return (
    <Table
      items={items}
      keyOf={({ quote }) => quote}
      empty={t.financing.noMyQuotes}
      columns={[
        ...(brief ? [] : parties),
        {
          label: t.financing.principalOfFinancier,
          right: true,
          cell: ({ principalMinor, currency }) => (
            <Amount minor={principalMinor} currency={currency} />
          ),
        },
        {
          label: t.common.state,
          right: true,
          cell: ({ status, deadline, quote }) => (
            <span className="row row-end">
              <Chip tone={status === "accepted" ? "good" : status === "open" ? "info" : "plain"}>
                {statuses[status] ?? status}
              </Chip>
              {status === "open" && (
                <>
                  <span className="faint">{deadline.slice(0, 10)}</span>
                  <WriteButton
                    write={{ method: "DELETE", path: `/v1/quotes/${quote}` }}
                    label={t.financing.withdraw}
                  />
                </>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
