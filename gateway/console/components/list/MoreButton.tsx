import { useLanguage } from "../../i18n/useLanguage.ts";

/** Reads the next page of a list, while there is one. */
export function MoreButton({ more }: { readonly more: (() => void) | undefined }) {
  const { t } = useLanguage();
  if (more === undefined) return null;
  return (
    <div className="list-foot no-print">
      <button type="button" className="button" onClick={more}>
        {t.common.more}
      </button>
    </div>
  );
}
