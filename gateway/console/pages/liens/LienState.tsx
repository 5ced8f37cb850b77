import type { Lien } from "../../api/lien.ts";
import { Chip, type ChipTone } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const tones: Readonly<Record<Lien["state"], ChipTone>> = {
  proposed: "warn",
  active: "info",
  selling: "bad",
  paid: "warn",
  ended: "plain",
};

/** Where a lien stands, and what it still needs. */
export function LienState({ lien }: { readonly lien: Lien }) {
  const { t } = useLanguage();
  const endings: Readonly<Record<string, string>> = t.liens.endings;
  const words =
    lien.ending === null ? t.liens.states[lien.state] : (endings[lien.ending] ?? lien.ending);
  return (
    <span className="stack-tight">
      <span>
        <Chip tone={tones[lien.state]}>{words}</Chip>
      </span>
      {lien.state === "proposed" && lien.waitsFor.length > 0 && (
        <span className="faint">
          {t.liens.waitsFor}: {lien.waitsFor.map((step) => t.liens.steps[step]).join(", ")}
        </span>
      )}
    </span>
  );
}
