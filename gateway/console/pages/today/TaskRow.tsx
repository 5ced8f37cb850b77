import { Link } from "react-router";
import type { OverviewItem } from "../../api/overview.ts";
import { Amount } from "../../components/Amount.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TaskAction } from "./TaskAction.tsx";
import { taskPages } from "./taskPages.ts";

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
        <strong>{party === null ? `${t.common.number} ${id}` : nameOf(party)}</strong>
        {kind === "receivable" && <span className="faint">{t.receivable.title(id)}</span>}
      </span>
      {dueDate !== null && <DueDate date={dueDate} />}
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
