import type { CertificateItem } from "../../api/certificate.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { rungsOf } from "./rungsOf.ts";
import { StackedBar } from "./StackedBar.tsx";

/** When what is held falls due, rung by rung. */
export function DueLadder({ items }: { readonly items: readonly CertificateItem[] }) {
  const { t } = useLanguage();
  const { rungs: words } = t.exposure;
  const names = [words.past, words.week, words.month, words.quarter, words.half, words.later];
  return (
    <Card title={t.exposure.ladder}>
      {items.length === 0 && <p className="empty">{t.exposure.empty}</p>}
      {rungsOf(items).map(({ currency, rungs }) => {
        const longest = rungs.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
        return (
          <ul key={currency} className="plain-list ladder">
            {names.map((name, rung) => {
              const minor = rungs[rung] ?? 0n;
              return (
                <li key={name}>
                  <span className="soft">{name}</span>
                  <StackedBar
                    longest={longest}
                    parts={[{ tone: rung === 0 ? "pending" : "without", minor }]}
                  />
                  <Amount minor={minor.toString()} currency={currency} />
                </li>
              );
            })}
          </ul>
        );
      })}
    </Card>
  );
}
