import { Link } from "react-router";
import type { Overview } from "../../api/overview.ts";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TaskRow } from "./TaskRow.tsx";
import { taskPages } from "./taskPages.ts";

/** One kind of work and its first items. */
export function TaskCard({ task, kind, count, first }: Overview["tasks"][number]) {
  const { t } = useLanguage();
  const titles: Readonly<Record<string, string>> = t.tasks;
  const page = taskPages[task]?.page;
  return (
    <Card
      flush
      title={
        <span className="row">
          {titles[task] ?? task}
          <span className="count">{count}</span>
        </span>
      }
    >
      <ul className="plain-list">
        {first.map((item) => (
          <TaskRow key={item.id} task={task} kind={kind} item={item} />
        ))}
        {count > first.length && page !== undefined && (
          <li className="task">
            <Link to={page === "today" ? "/" : `/${page}`}>
              {t.today.more(count - first.length)}
            </Link>
          </li>
        )}
      </ul>
    </Card>
  );
}
