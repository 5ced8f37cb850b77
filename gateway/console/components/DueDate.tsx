import { useLanguage } from "../i18n/useLanguage.ts";

const DAY_MS = 86_400_000;
/** The ledger's civil day is ahead of UTC by this much. */
const OFFSET_MS = 8 * 3_600_000;

/** A due date and how far it is. */
export function DueDate({ date, live = true }: { readonly date: string; readonly live?: boolean }) {
  const { t } = useLanguage();
  const today = Math.floor((Date.now() + OFFSET_MS) / DAY_MS);
  const days = Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS) - today;
  return (
    <span className="figure">
      <span>{date}</span>
      {live && (
        <span className="faint">{days < 0 ? t.common.overdueBy(-days) : t.common.dueIn(days)}</span>
      )}
    </span>
  );
}
