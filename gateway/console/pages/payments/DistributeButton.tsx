import { useWrite } from "../../api/useWrite.ts";
import { Notice } from "../../components/Notice.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Moves an open settlement run on: the next certificates get their share. */
export function DistributeButton({ receivable }: { readonly receivable: number }) {
  const { t } = useLanguage();
  const run = useWrite<{ readonly legs: number; readonly closed: boolean }>();
  const send = () =>
    run.mutate({ path: `/v1/receivables/${receivable}/settlement-batches`, body: { limit: 200 } });
  return (
    <div className="stack">
      <div className="form-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={run.isPending}
          onClick={send}
        >
          {t.payments.distribute}
        </button>
      </div>
      {run.data !== undefined && (
        <Notice tone="notice-good">
          {t.payments.distributed(run.data.legs)}{" "}
          {run.data.closed ? t.payments.runDone : t.payments.runGoesOn}
        </Notice>
      )}
      <Problem error={run.error} />
    </div>
  );
}
