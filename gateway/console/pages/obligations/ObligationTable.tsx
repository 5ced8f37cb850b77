import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceivableItem } from "../../api/receivable.ts";
import { Amount } from "../../components/Amount.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { ReceivableLink } from "../../components/ReceivableLink.tsx";
import { ReceivableState } from "../../components/ReceivableState.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SettleDialog } from "../receivable/SettleDialog.tsx";

/** Unpaid receivables, the next one due first; from its due day on each can be settled. */
export function ObligationTable({
  items,
}: {
  readonly items: readonly ReceivableItem[] | undefined;
}) {
  const { t, nameOf } = useLanguage();
  const [settling, setSettling] = useState<ReceivableItem>();
  return (
    <>
      <Table
        items={items?.toSorted((one, other) => one.dueDate.localeCompare(other.dueDate))}
        keyOf={({ receivable }) => receivable}
        empty={t.obligations.nothingDue}
        columns={[
          {
            label: t.common.number,
            cell: ({ receivable }) => <ReceivableLink receivable={receivable} />,
          },
          { label: t.common.creditor, cell: ({ creditor }) => nameOf(creditor) },
          { label: t.common.dueDate, cell: ({ dueDate }) => <DueDate date={dueDate} /> },
          { label: t.common.state, cell: (item) => <ReceivableState {...item} /> },
          {
            label: t.common.amount,
            right: true,
            cell: ({ liveMinor, currency }) => <Amount minor={liveMinor} currency={currency} />,
          },
          {
            label: t.today.act,
            right: true,
            cell: (item) => (
              <button
                type="button"
                className="button button-small"
                disabled={ledgerDay.until(item.dueDate) > 0}
                title={t.receivable.settleFrom(item.dueDate)}
                onClick={() => setSettling(item)}
              >
                {t.receivable.settle}
              </button>
            ),
          },
        ]}
      />
      {settling !== undefined && (
        <SettleDialog receivable={settling} onClose={() => setSettling(undefined)} />
      )}
    </>
  );
}
