import { createContext } from "react";
import { en } from "./en.ts";
import type { Texts } from "./texts.ts";

export type Language = "en" | "zh";

/** What the language provider tells. */
export interface LanguageValue {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly texts: Texts;
}

export const LanguageContext = createContext<LanguageValue>({
  language: "en",
  setLanguage: () => undefined,
  texts: en,
});
