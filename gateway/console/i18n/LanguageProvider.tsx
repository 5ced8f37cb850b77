import { type ReactNode, useEffect, useMemo, useState } from "react";
import { en } from "./en.ts";
import { type Language, LanguageContext } from "./LanguageContext.ts";
import { zh } from "./zh.ts";

const stored = "tallystick.language";

function firstLanguage(): Language {
  const chosen = localStorage.getItem(stored);
  if (chosen === "en" || chosen === "zh") return chosen;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

/** Gives every component its texts in the language that the person chose. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    localStorage.setItem(stored, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const value = useMemo(
    () => ({ language, setLanguage, texts: language === "zh" ? zh : en }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}
