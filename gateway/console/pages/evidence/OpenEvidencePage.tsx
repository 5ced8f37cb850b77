import { LanguageSwitch } from "../../components/LanguageSwitch.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { EvidencePage } from "./EvidencePage.tsx";

/** The same page for who is no member. */
export function OpenEvidencePage() {
  const { t } = useLanguage();
  return (
    <div className="shared">
      <div className="row-between">
        <span className="brand">
          <img src="/mark.svg" alt="" />
          {t.product}
        </span>
        <LanguageSwitch />
      </div>
      <EvidencePage />
    </div>
  );
}
