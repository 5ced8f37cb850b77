import { useState } from "react";
import { Notice } from "../../components/Notice.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A key, this once. */
export function ShownKey({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="form">
      <Notice tone="notice-warn">{t.keys.madeNote}</Notice>
      <output className="mono">{text}</output>
      <div className="form-actions">
        <button
          type="button"
          className="button button-primary"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {isCopied ? t.keys.copied : t.keys.copy}
        </button>
      </div>
    </div>
  );
}
