import type { Lot } from "../api/lot.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Chip } from "./Chip.tsx";

const tones = { sound: "good", stale: "warn", contradicted: "bad", frozen: "bad" } as const;

/** How good the evidence over a lot is, and whether goods are missing. */
export function ControlChip({ lot }: { readonly lot: Pick<Lot, "control" | "isShort"> }) {
  const { t } = useLanguage();
  return (
    <span className="row">
      <Chip tone={tones[lot.control]}>{t.control.states[lot.control]}</Chip>
      {lot.isShort && <Chip tone="bad">{t.goods.short}</Chip>}
    </span>
  );
}
