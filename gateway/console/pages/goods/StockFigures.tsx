import type { ReactNode } from "react";
import type { Lot } from "../../api/lot.ts";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The quantities behind a stock bar, each with its colour. */
export function StockFigures({ lot }: { readonly lot: Lot }) {
  const { t } = useLanguage();
  const { unit } = lot;
  const [measured, live] = [BigInt(lot.measured), BigInt(lot.live)];
  const lost = live > measured ? live - measured - BigInt(lot.uncovered) : 0n;
  const units: Readonly<Record<string, string>> = t.goods.units;
  const allowed = `${BigInt(lot.naturalLoss).toLocaleString("en-US")} ${units[unit] ?? unit}`;
  const items: readonly (readonly [string, string, string, ReactNode?])[] = [
    ["measured", t.goods.measured, lot.measured],
    ["", t.goods.underReceipt, lot.live],
    ["free", t.goods.free, lot.free],
    ["held", t.goods.held, lot.held],
    ["bare", t.goods.withoutReceipt, lot.receiptable],
    ["loss", t.goods.naturalLoss, lost.toString(), t.goods.naturalLossAllowed(allowed)],
    ["short", t.goods.short, lot.uncovered],
  ];
  return (
    <dl className="facts stock-figures">
      {items.map(([name, label, count, note]) => (
        <div key={label}>
          <dt>
            {name !== "" && <span className={`bar-key stock-${name}`} aria-hidden="true" />} {label}
          </dt>
          <dd>
            <Quantity count={count} unit={unit} />
            {note !== undefined && <small className="faint">{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
