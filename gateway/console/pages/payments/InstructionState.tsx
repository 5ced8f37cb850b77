import type { Instruction } from "../../api/payment.ts";
import { Chip, type ChipTone } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const tones: Readonly<Record<string, ChipTone>> = {
  issued: "warn",
  accepted: "info",
  paid: "good",
  returned: "bad",
};

/** Where an instruction stands, and whether somebody disputes its outcome. */
export function InstructionState({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.payments.states;
  const { state, contestedBy } = instruction;
  return (
    <span className="row">
      <Chip tone={tones[state] ?? "plain"}>{words[state] ?? state}</Chip>
      {contestedBy.length > 0 && <Chip tone="bad">{t.payments.contested}</Chip>}
    </span>
  );
}
