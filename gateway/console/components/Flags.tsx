import { useLanguage } from "../i18n/useLanguage.ts";
import { Chip, type ChipTone } from "./Chip.tsx";

const tones: Readonly<Record<string, ChipTone>> = {
  frozen: "bad",
  financed: "info",
  recourse: "warn",
  waiting: "warn",
};

/** What a certificate's flags mean, as chips; none when it is free of them. */
export function Flags({ flags }: { readonly flags: readonly string[] }) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = {
    frozen: t.certificate.frozen,
    financed: t.certificate.financed,
    recourse: t.certificate.recourse,
    waiting: t.certificate.waiting,
  };
  return (
    <span className="row">
      {flags.map((flag) => (
        <Chip key={flag} tone={tones[flag] ?? "plain"}>
          {words[flag] ?? flag}
        </Chip>
      ))}
    </span>
  );
}
