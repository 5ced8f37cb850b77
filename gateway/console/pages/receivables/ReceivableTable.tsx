import type { ReceivableItem } from "../../api/receivable.ts";
import { Amount } from "../../components/Amount.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { ReceivableLink } from "../../components/ReceivableLink.tsx";
import { ReceivableState } from "../../components/ReceivableState.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

const open = ["registered", "confirmed", "accepted"];

/** Receivables in rows; what the member itself has to confirm can be ticked. */
export function ReceivableTable({
  items,
  chosen,
  onToggle,
}: {
  readonly items: readonly ReceivableItem[] | undefined;
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (receivable: number) => void;
}) {
  const { t, nameOf } = useLanguage();
  const { me } = useSession();
  const mayConfirm = ({ state, obligor }: ReceivableItem) =>
    state === "registered" && obligor.memberId === me?.memberId;
  return (
    <Table
      items={items}
      keyOf={({ receivable }) => receivable}
      empty={t.receivables.empty}
      columns={[
        {
          label: t.common.number,
          cell: (item) => (
            <span className="row">
              {mayConfirm(item) && (
                <input
                  type="checkbox"
                  className="tick"
                  aria-label={t.receivables.select(item.receivable)}
                  checked={chosen.has(item.receivable)}
                  onChange={() => onToggle(item.receivable)}
                />
              )}
              <ReceivableLink receivable={item.receivable} />
            </span>
          ),
        },
        { label: t.common.obligor, cell: ({ obligor }) => nameOf(obligor) },
        { label: t.common.creditor, cell: ({ creditor }) => nameOf(creditor) },
        {
          label: t.common.dueDate,
          cell: ({ dueDate, state }) => <DueDate date={dueDate} live={open.includes(state)} />,
        },
        { label: t.common.state, cell: (item) => <ReceivableState {...item} /> },
        {
          label: t.common.amount,
          right: true,
          cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
        },
      ]}
    />
  );
}
