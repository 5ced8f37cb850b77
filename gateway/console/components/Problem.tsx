import { Link } from "react-router";
import { ApiProblem } from "../api/ApiProblem.ts";
import { AwaitingApproval } from "../api/AwaitingApproval.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** Why something did not work, in the gateway's own sentence; or that it waits for a second person. */
export function Problem({ error }: { readonly error: Error | null | undefined }) {
  const { t } = useLanguage();
  if (error === null || error === undefined) return null;
  if (error instanceof AwaitingApproval) {
    return (
      <div className="notice notice-warn" role="status">
        <strong>{t.work.held}</strong>
        <span>
          {t.work.heldNote} <Link to="/approvals">{t.nav.approvals}</Link>
        </span>
      </div>
    );
  }
  const body = error instanceof ApiProblem ? error.body : undefined;
  return (
    <div className="notice notice-bad" role="alert">
      <strong>
        {body === undefined || body.status >= 500 ? t.common.failed : t.common.refused}
      </strong>
      <span>{error.message}</span>
      {body?.issues?.map(({ path, message }) => (
        <span key={path} className="mono">
          {path}: {message}
        </span>
      ))}
    </div>
  );
}
