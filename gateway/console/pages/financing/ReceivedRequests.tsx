import { Link } from "react-router";
import type { FinancingRequest } from "../../api/financing.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Table } from "../../components/Table.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Requests that wait for this financier's quote. */
export function ReceivedRequests({
  items,
}: {
  readonly items: readonly FinancingRequest[] | undefined;
}) {
  const { t, nameOf } = useLanguage();
  return (
    <Card title={t.financing.received} flush>
      <Table
        items={items?.filter(({ status }) => status === "open")}
        keyOf={({ request }) => request}
        empty={t.financing.noneReceived}
        columns={[
          { label: t.common.holder, cell: ({ holder }) => nameOf(holder) },
          { label: t.common.obligor, cell: ({ obligor }) => nameOf(obligor) },
          { label: t.common.tier, cell: ({ tier }) => <Tier tier={tier} /> },
          { label: t.common.dueDate, cell: ({ dueDate }) => <DueDate date={dueDate} /> },
          {
            label: t.financing.quotes,
            cell: ({ quotes }) => (quotes === 0 ? "–" : t.financing.quoteCount(quotes)),
          },
          {
            label: t.common.amount,
            right: true,
            cell: ({ valueMinor, currency }) => <Amount minor={valueMinor} currency={currency} />,
          },
          {
            label: t.desk.action,
            right: true,
            cell: ({ request }) => (
              <Link
                className="button button-small button-primary"
                to={`/financing/requests/${request}`}
              >
                {t.financing.makeQuote}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  );
}
