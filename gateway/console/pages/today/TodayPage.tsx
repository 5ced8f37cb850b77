import type { Overview } from "../../api/overview.ts";
import { useRead } from "../../api/useRead.ts";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { AllClear } from "./AllClear.tsx";
import { TaskCard } from "./TaskCard.tsx";
import { TodayFigures } from "./TodayFigures.tsx";
import { taskPages } from "./taskPages.ts";

const urgency = Object.keys(taskPages);

/** The day's work of whoever is signed in: figures, then what waits, with a way to do it. */
export function TodayPage() {
  const { t, nameOf } = useLanguage();
  const { me } = useSession();
  const overview = useRead<Overview>("/v1/overview");
  const waiting = overview.data?.tasks.filter(({ count }) => count > 0);
  const ordered = waiting?.toSorted(
    (one, other) => urgency.indexOf(one.task) - urgency.indexOf(other.task),
  );
  const count = waiting?.reduce((sum, task) => sum + task.count, 0) ?? 0;
  return (
    <>
      <PageHead
        title={nameOf(me)}
        lead={[overview.data?.today, t.today.lead].filter(Boolean).join(" · ")}
      />
      <Problem error={overview.error} />
      <TodayFigures waiting={count} />
      {ordered?.length === 0 && <AllClear />}
      {ordered?.map((task) => (
        <TaskCard key={task.task} {...task} />
      ))}
    </>
  );
}
