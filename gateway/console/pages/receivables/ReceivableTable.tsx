import type { ReceivableItem } from "../../api/receivable.ts";
import type { List } from "../../api/useList.ts";
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
  list,
  chosen,
  onToggle,
  onChoose,
}: {
  readonly list: List<ReceivableItem>;
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (receivable: number) => void;
  readonly onChoose: (receivables: ReadonlySet<number>) => void;
}) {
  const { t, nameOf } = useLanguage();
  const { me } = useSession();
  const mayConfirm = ({ state, obligor }: ReceivableItem) =>
    state === "registered" && obligor.memberId === me?.memberId;
  const confirmable = (list.items ?? []).filter(mayConfirm).map(({ receivable }) => receivable);
  return (
    <>
      {confirmable.length > 1 && (
        <div className="list-foot no-print">
          <button
            type="button"
            className="button button-small"
            onClick={() => onChoose(new Set(chosen.size === 0 ? confirmable : []))}
          >
            {chosen.size === 0 ? t.work.selectAll(confirmable.length) : t.work.clear}
          </button>
        </div>
      )}
      <Table
        items={list.items}
        sorting={list}
        keyOf={({ receivable }) => receivable}
        empty={t.receivables.empty}
        columns={[
          {
            label: t.common.number,
            sort: "receivable",
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
            sort: "dueDate",
            cell: ({ dueDate, state }) => <DueDate date={dueDate} live={open.includes(state)} />,
          },
          { label: t.common.state, cell: (item) => <ReceivableState {...item} /> },
          {
            label: t.common.amount,
            sort: "amountMinor",
            right: true,
            cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
          },
        ]}
      />
    </>
  );
}
