import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What a sign-in is good for, as short words. */
export function ScopeChips({ scopes }: { readonly scopes: readonly string[] }) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.keys.scope;
  return (
    <span className="row">
      {scopes.map((scope) => (
        <Chip key={scope}>{words[scope] ?? scope}</Chip>
      ))}
    </span>
  );
}
