import { ApiProblem } from "../api/ApiProblem.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** Why something did not work, in the gateway's own sentence. */
export function Problem({ error }: { readonly error: Error | null | undefined }) {
  const { t } = useLanguage();
  if (error === null || error === undefined) return null;
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
