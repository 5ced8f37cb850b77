import type { Statement } from "../../api/statement.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Payments of the period, as banks attested them. */
export function PaymentTable({ statement }: { readonly statement: Statement }) {
  const { t, nameOf } = useLanguage();
  const { payments, currency } = statement;
  const kinds: Readonly<Record<string, string>> = t.payments.kinds;
  return (
    <Card title={t.work.payments} flush>
      <Table
        items={payments.items}
        keyOf={({ instruction, certificate, direction }) =>
          `${instruction} ${certificate} ${direction}`
        }
        columns={[
          {
            label: t.payments.valueDate,
            cell: ({ valueDate, at }) => valueDate ?? at.slice(0, 10),
          },
          { label: t.work.what, cell: ({ kind }) => kinds[kind] ?? kind },
          {
            label: t.work.counterparty,
            cell: ({ counterparty }) =>
              counterparty === null ? t.payments.holders : nameOf(counterparty),
          },
          { label: t.work.bankReference, cell: ({ bankReference }) => bankReference ?? "–" },
          {
            label: t.work.paidOut,
            right: true,
            cell: ({ direction, amountMinor }) =>
              direction === "out" ? <Amount minor={amountMinor} currency={currency} /> : "",
          },
          {
            label: t.work.received,
            right: true,
            cell: ({ direction, amountMinor }) =>
              direction === "in" ? <Amount minor={amountMinor} currency={currency} /> : "",
          },
        ]}
      />
      <p className="row totals">
        {t.work.paidOut}: <Amount minor={payments.paidMinor} currency={currency} /> ·{" "}
        {t.work.received}: <Amount minor={payments.receivedMinor} currency={currency} />
      </p>
    </Card>
  );
}
