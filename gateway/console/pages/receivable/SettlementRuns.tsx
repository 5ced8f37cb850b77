import type { ReceivableDetail } from "../../api/receivable.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What was paid on a receivable, run by run, and payments that wait for the open one. */
export function SettlementRuns({ receivable }: { readonly receivable: ReceivableDetail }) {
  const { t } = useLanguage();
  const { currency, settlement } = receivable;
  return (
    <Card title={t.receivable.runs} flush>
      <Table
        items={settlement.runs}
        keyOf={({ run }) => run}
        empty={t.receivable.noRuns}
        columns={[
          { label: t.receivable.run, cell: ({ run }) => <span className="mono">{run}</span> },
          { label: t.receivable.valueDate, cell: ({ valueDate }) => valueDate },
          {
            label: t.common.state,
            cell: ({ open }) => (
              <Chip tone={open ? "warn" : "good"}>
                {open ? t.receivable.running : t.receivable.closed}
              </Chip>
            ),
          },
          {
            label: t.receivable.runTotal,
            right: true,
            cell: ({ totalMinor }) => <Amount minor={totalMinor} currency={currency} />,
          },
          {
            label: t.receivable.runPaid,
            right: true,
            cell: ({ paidMinor }) => <Amount minor={paidMinor} currency={currency} />,
          },
        ]}
      />
      {settlement.queued.map(({ instruction, amountMinor }) => (
        <p key={instruction} className="card-note row-between">
          <span>{t.receivable.queued}</span>
          <Amount minor={amountMinor} currency={currency} />
        </p>
      ))}
    </Card>
  );
}
