import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The one click that does a task; tasks that need more thought are opened instead. */
export function TaskAction({ task, id }: { readonly task: string; readonly id: string }) {
  const { t } = useLanguage();
  const clicks: Readonly<Record<string, { readonly path: string; readonly label: string }>> = {
    "accept-receivables": {
      path: `/v1/receivables/${id}/acceptance`,
      label: t.receivable.accept,
    },
    "answer-offers": { path: `/v1/offers/${id}/acceptance`, label: t.offers.accept },
    "answer-early-payments": {
      path: `/v1/early-payments/proposals/${id}/agreement`,
      label: t.early.agree,
    },
    "answer-view-requests": { path: `/v1/view-requests/${id}/grant`, label: t.check.grant },
  };
  const click = clicks[task];
  return click === undefined ? null : (
    <WriteButton write={{ path: click.path }} label={click.label} tone="button-primary" />
  );
}
