import type { Lot } from "../../api/lot.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";

type Part = readonly [name: string, count: bigint, label: string];

/** Goods above, receipts below, on one scale: where the upper bar ends first, goods are missing. Drawing only. */
export function StockBar({ lot }: { readonly lot: Lot }) {
  const { t } = useLanguage();
  const [measured, live] = [BigInt(lot.measured), BigInt(lot.live)];
  const uncovered = BigInt(lot.uncovered);
  const longest = measured > live ? measured : live;
  const lost = live > measured ? live - measured - uncovered : 0n;
  const rows: readonly (readonly [string, readonly Part[]])[] = [
    [
      t.goods.barGoods,
      [
        ["measured", measured, t.goods.measured],
        ["loss", lost, t.goods.naturalLoss],
        ["short", uncovered, t.goods.short],
      ],
    ],
    [
      t.goods.barReceipts,
      [
        ["free", BigInt(lot.free), t.goods.free],
        ["held", BigInt(lot.held), t.goods.held],
        ["bare", measured > live ? measured - live : 0n, t.goods.withoutReceipt],
      ],
    ],
  ];
  return (
    <div className="stock-bar" aria-hidden="true">
      {rows.map(([label, parts]) => (
        <div key={label} className="stock-row">
          <span className="faint">{label}</span>
          <div className="bar">
            {parts
              .filter(([, count]) => count > 0n)
              .map(([name, count, words]) => (
                <span
                  key={name}
                  className={`stock-${name}`}
                  title={words}
                  // Thousandths of the scale; no quantity is computed from them.
                  style={{ width: `${Number((count * 1000n) / longest) / 10}%` }}
                />
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}
