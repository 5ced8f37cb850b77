import { useLanguage } from "../i18n/useLanguage.ts";
import { Chip, type ChipTone } from "./Chip.tsx";

const tones: Readonly<Record<string, ChipTone>> = {
  registered: "warn",
  confirmed: "info",
  accepted: "good",
};

/** Where a receivable stands, and whether it is overdue. */
export function ReceivableState({
  state,
  overdue,
}: {
  readonly state: string;
  readonly overdue: boolean;
}) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.receivableStates;
  return (
    <span className="row">
      <Chip tone={tones[state] ?? "plain"}>{words[state] ?? state}</Chip>
      {overdue && <Chip tone="bad">{t.holdings.overdue}</Chip>}
    </span>
  );
}
