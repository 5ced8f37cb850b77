import type { Encumbrance } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Amount } from "../../components/Amount.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What reserves or blocks a certificate, or the sentence that nothing does. */
export function Encumbrances({
  items,
  currency,
}: {
  readonly items: readonly Encumbrance[];
  readonly currency: string;
}) {
  const { t, nameOf } = useLanguage();
  const kinds: Readonly<Record<string, string>> = t.encumbranceKinds;
  if (items.length === 0) return <p className="notice notice-good">{t.certificate.unencumbered}</p>;
  return (
    <ul className="stack plain-list">
      {items.map(({ kind, id, party, valueMinor, expiresAt }) => (
        <li key={`${kind}-${id}`} className="notice notice-warn">
          <strong>
            {kinds[kind] ?? kind}
            {valueMinor !== null && (
              <>
                {" · "}
                <Amount minor={valueMinor} currency={currency} />
              </>
            )}
          </strong>
          <span>
            {[party && nameOf(party), expiresAt && ledgerDay.of(expiresAt)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
