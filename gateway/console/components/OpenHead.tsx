import { useLanguage } from "../i18n/useLanguage.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

/** Head of pages for whoever isn't signed in: who speaks, and in which language. */
export function OpenHead() {
  const { t } = useLanguage();
  return (
    <div className="row-between">
      <span className="brand">
        <img src="/mark.svg" alt="" />
        {t.product}
      </span>
      <LanguageSwitch />
    </div>
  );
}
