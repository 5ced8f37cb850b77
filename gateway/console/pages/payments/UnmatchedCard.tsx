import { type ReactNode, useState } from "react";
import type { Page } from "../../api/page.ts";
import type { Unmatched } from "../../api/payment.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { MatchDialog } from "./MatchDialog.tsx";

/** Money that fits no instruction yet, and matching it. */
export function UnmatchedCard({ actions }: { readonly actions?: ReactNode }) {
  const { t } = useLanguage();
  const payments = useRead<Page<Unmatched>>("/v1/unmatched-payments?matched=false&limit=200");
  const [chosen, setChosen] = useState<Unmatched>();
  return (
    <Card title={t.payments.unmatched} actions={actions} flush>
      <Table
        items={payments.data?.items}
        keyOf={({ unmatched }) => unmatched}
        empty={t.payments.unmatchedLead}
        columns={[
          { label: t.common.number, cell: ({ unmatched }) => `#${unmatched}` },
          {
            label: t.payments.bankReference,
            cell: ({ bankReference, excess }) => (
              <span className="row">
                <span className="mono">{bankReference.slice(0, 24)}</span>
                {excess && <Chip tone="info">{t.payments.excess}</Chip>}
              </span>
            ),
          },
          { label: t.payments.valueDate, cell: ({ valueDate }) => valueDate },
          {
            label: t.payments.matchProposed,
            cell: ({ matchProposed }) =>
              matchProposed.length === 0
                ? "–"
                : matchProposed.map(({ instruction }) => `#${instruction}`).join(", "),
          },
          {
            label: t.common.amount,
            right: true,
            cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
          },
          {
            label: t.desk.action,
            right: true,
            cell: (item) => (
              <button type="button" className="button button-small" onClick={() => setChosen(item)}>
                {t.payments.match}
              </button>
            ),
          },
        ]}
      />
      {chosen !== undefined && (
        <MatchDialog payment={chosen} onClose={() => setChosen(undefined)} />
      )}
    </Card>
  );
}
