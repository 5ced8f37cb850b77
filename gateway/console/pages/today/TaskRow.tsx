import { Link } from "react-router";
import type { OverviewItem } from "../../api/overview.ts";
import { Amount } from "../../components/Amount.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TaskAction } from "./TaskAction.tsx";
import { taskPages } from "./taskPages.ts";

/** What has a last day of storage instead of a due date. */
const goodsKinds: readonly string[] = ["lot", "receipt-offer", "receipt-order"];

/** One thing that waits: with whom, how much, until when, and the way to do it. */
export function TaskRow({
  task,
  kind,
  item,
}: {
  readonly task: string;
  readonly kind: string;
  readonly item: OverviewItem;
}) {
  const { t, nameOf } = useLanguage();
  const { id, party, amountMinor, currency, dueDate } = item;
  return (
    <li className="task">
      <span className="task-words">
        {kind === "lot" && <strong>{t.goods.lot(id)}</strong>}
        <span className={kind === "lot" ? "faint" : "task-party"}>
          {party === null ? `${t.common.number} ${id}` : nameOf(party)}
        </span>
        {kind === "receivable" && <span className="faint">{t.receivable.title(id)}</span>}
      </span>
      {dueDate !== null && !goodsKinds.includes(kind) && <DueDate date={dueDate} />}
      {dueDate !== null && goodsKinds.includes(kind) && (
        <span className="faint">
          {t.goods.storedUntil} {dueDate}
        </span>
      )}
      {amountMinor !== null && currency !== null && (
        <Amount minor={amountMinor} currency={currency} />
      )}
      <span className="row answer">
        <TaskAction task={task} id={id} />
        {task !== "answer-view-requests" && (
          <Link className="button button-small" to={taskPages[task]?.path(id) ?? "/"}>
            {t.today.open}
          </Link>
        )}
      </span>
    </li>
  );
}
