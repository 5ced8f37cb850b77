import { useLanguage } from "../i18n/useLanguage.ts";
import { Notice } from "./Notice.tsx";

/** What stands against new use of a lot, in words, or that nothing does. */
export function Obstacles({ obstacles }: { readonly obstacles: readonly string[] }) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.control.obstacles;
  if (obstacles.length === 0) return <Notice tone="notice-good">{t.control.open}</Notice>;
  return (
    <Notice tone="notice-warn">
      <strong>{t.control.blocks}</strong>
      <span>{obstacles.map((obstacle) => words[obstacle] ?? obstacle).join(" · ")}</span>
    </Notice>
  );
}
