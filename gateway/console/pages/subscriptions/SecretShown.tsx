import { Notice } from "../../components/Notice.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A secret, this once. */
export function SecretShown({
  secret,
  onKept,
}: {
  readonly secret: string;
  readonly onKept: () => void;
}) {
  const { t } = useLanguage();
  const words = t.events;
  return (
    <div className="form">
      <Notice tone="notice-warn">{words.secretOnce}</Notice>
      <code className="secret">{secret}</code>
      <div className="form-actions">
        <button type="button" className="button button-primary" onClick={onKept}>
          {words.secretKept}
        </button>
      </div>
    </div>
  );
}
