import { ReceivableLink } from "../../components/ReceivableLink.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What the gateway answers for one of several confirmations. */
export interface ConfirmationOutcome {
  readonly receivable: number;
  readonly state: "done" | "refused";
  readonly problem: { readonly detail: string } | null;
}

/** What became of each confirmation. */
export function BulkOutcome({ items }: { readonly items: readonly ConfirmationOutcome[] }) {
  const { t } = useLanguage();
  return (
    <ul className="plain-list stack" aria-label={t.receivables.outcome}>
      {items.map(({ receivable, state, problem }) => (
        <li
          key={receivable}
          className={state === "done" ? "notice notice-good" : "notice notice-bad"}
        >
          <span>
            <ReceivableLink receivable={receivable} />{" "}
            {state === "done" ? t.receivables.confirmedOne : problem?.detail}
          </span>
        </li>
      ))}
    </ul>
  );
}
