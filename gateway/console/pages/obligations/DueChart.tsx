import { formatMoney } from "@tallystick/sdk";
import type { CSSProperties } from "react";
import type { Obligation } from "../../api/obligation.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { dueByWeek } from "./dueByWeek.ts";

/** What falls due, week by week, one row of bars per currency. */
export function DueChart({ items }: { readonly items: readonly Obligation[] }) {
  const { t } = useLanguage();
  if (items.length === 0) return <p className="empty">{t.obligations.nothingDue}</p>;
  return dueByWeek(items).map(({ currency, weeks }) => {
    const largest = weeks
      .map(({ minor }) => minor)
      .toSorted((one, other) => (one < other ? 1 : -1));
    const most = largest[0] || 1n;
    return (
      <figure key={currency} className="due-chart">
        <figcaption className="faint">{currency}</figcaption>
        <ol className="plain-list">
          {weeks.map(({ monday, minor }) => (
            <li
              className={minor === 0n ? "due-none" : "due-some"}
              key={monday}
              title={`${t.obligations.week(monday)}: ${formatMoney(minor, currency)}`}
            >
              <span className="due-column">
                <span className="due-amount">{minor === 0n ? "" : shortened(minor, currency)}</span>
                <span
                  className="due-bar"
                  // A share for the drawing only; no amount is computed from it.
                  style={{ "--share": Number((minor * 1000n) / most) / 1000 } as CSSProperties}
                />
              </span>
              <span className="due-week">{monday.slice(5)}</span>
            </li>
          ))}
        </ol>
      </figure>
    );
  });
}

/** The amount without its fraction and currency: the title has all of it. */
function shortened(minor: bigint, currency: string): string {
  return formatMoney(minor, currency).replace(/(\.\d+)? [A-Z]{3}$/, "");
}
