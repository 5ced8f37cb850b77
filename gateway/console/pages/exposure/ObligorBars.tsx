import type { Exposure } from "../../api/exposure.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { StackedBar } from "./StackedBar.tsx";

function largest(items: readonly Exposure[], currency: string): bigint {
  return items.reduce((most, item) => {
    const total = BigInt(item.totalMinor) + BigInt(item.pendingMinor);
    return item.currency === currency && total > most ? total : most;
  }, 0n);
}

/** Each obligor as a bar: without recourse, with recourse, and what is still on its way. */
export function ObligorBars({ items }: { readonly items: readonly Exposure[] }) {
  const { t, nameOf } = useLanguage();
  return (
    <Card title={t.exposure.byObligor} actions={<BarLegend />}>
      {items.length === 0 && <p className="empty">{t.exposure.empty}</p>}
      <ul className="plain-list bars">
        {items.map((item) => {
          const { obligor, currency } = item;
          return (
            <li key={`${obligor.memberId}-${currency}`}>
              <div className="row-between">
                <span className="row">
                  <strong>{nameOf(obligor)}</strong>
                  <span className="faint">{t.exposure.count(item.certificates)}</span>
                  {item.overdueMinor !== "0" && (
                    <Chip tone="bad">
                      {t.exposure.overdue} <Amount minor={item.overdueMinor} currency={currency} />
                    </Chip>
                  )}
                </span>
                <Amount minor={item.totalMinor} currency={currency} />
              </div>
              <StackedBar
                longest={largest(items, currency)}
                parts={[
                  { tone: "without", minor: BigInt(item.withoutRecourseMinor) },
                  { tone: "with", minor: BigInt(item.withRecourseMinor) },
                  { tone: "pending", minor: BigInt(item.pendingMinor) },
                ]}
              />
              {item.nextDueDate !== null && (
                <span className="faint">
                  {t.exposure.next} {item.nextDueDate}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** What the colours of the bars mean. */
function BarLegend() {
  const { t } = useLanguage();
  return (
    <span className="row faint">
      <span className="bar-key bar-without" /> {t.financing.withoutRecourse}
      <span className="bar-key bar-with" /> {t.financing.withRecourse}
      <span className="bar-key bar-pending" /> {t.exposure.pending}
    </span>
  );
}
