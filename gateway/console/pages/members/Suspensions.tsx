import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Why a member is suspended, or that nothing stops it. */
export function Suspensions({ reasons }: { readonly reasons: readonly string[] }) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.members.reasons;
  if (reasons.length === 0) return <Chip tone="good">{t.members.active}</Chip>;
  return (
    <span className="row">
      {reasons.map((reason) => (
        <Chip key={reason} tone="bad">
          {words[reason] ?? reason}
        </Chip>
      ))}
    </span>
  );
}
