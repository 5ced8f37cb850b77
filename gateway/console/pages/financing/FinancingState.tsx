import { Chip, type ChipTone } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const tones: Readonly<Record<string, ChipTone>> = {
  accepted: "warn",
  instructed: "info",
  delivered: "good",
  waiting: "warn",
  failed: "bad",
};

/** Where a financing stands. */
export function FinancingState({ state }: { readonly state: string }) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.financing.states;
  return <Chip tone={tones[state] ?? "plain"}>{words[state] ?? state}</Chip>;
}
