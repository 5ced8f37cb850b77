import type { Approval } from "../../api/approval.ts";
import type { WriteMethod } from "../../api/callApi.ts";
import { useWrite } from "../../api/useWrite.ts";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A write that was agreed to and whose answer is for who asked alone: asked again under its own key. */
export function CarryOut({ approval }: { readonly approval: Approval }) {
  const { t } = useLanguage();
  const write = useWrite();
  const { route, body, idempotencyKey } = approval.request;
  const [method = "POST", path = ""] = route.split(" ");
  const send = () => {
    if (idempotencyKey === null) return;
    write.mutate({ method: method as WriteMethod, path, body, key: idempotencyKey });
  };
  return (
    <span className="write-button">
      <button type="button" className="button button-small button-primary" onClick={send}>
        {t.work.carryOut}
      </button>
      <Problem error={write.error} />
      {write.data !== undefined && (
        <pre className="mono request-body">{JSON.stringify(write.data, null, 2)}</pre>
      )}
    </span>
  );
}
