import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** Nothing to do. */
export function AllClear() {
  const { t } = useLanguage();
  const { me } = useSession();
  const watches = ["auditor", "regulator"].some((role) => me?.roles.includes(role));
  return (
    <section className="card all-clear">
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8 12l3 3 5-6" strokeLinecap="round" />
      </svg>
      <p>{watches ? t.today.watching : t.today.clear}</p>
    </section>
  );
}
