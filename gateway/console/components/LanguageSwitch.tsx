import { useLanguage } from "../i18n/useLanguage.ts";

const languages = { en: "EN", zh: "中文" } as const;

/** English or Chinese. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  return (
    <fieldset className="language" aria-label="Language 语言">
      {(["en", "zh"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={language === each}
          onClick={() => setLanguage(each)}
        >
          {languages[each]}
        </button>
      ))}
    </fieldset>
  );
}
