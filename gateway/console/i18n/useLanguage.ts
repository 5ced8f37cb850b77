import { useContext } from "react";
import type { MemberRef } from "../api/page.ts";
import { LanguageContext } from "./LanguageContext.ts";

/** Texts (`t`), the language, and how a member is called in it. */
export function useLanguage() {
  const { language, setLanguage, texts } = useContext(LanguageContext);
  const nameOf = (member: MemberRef | null | undefined): string =>
    member === null || member === undefined
      ? texts.common.undisclosed
      : ((language === "zh" ? member.nameZh : undefined) ?? member.name);
  return { language, setLanguage, t: texts, nameOf };
}
