import type { Lot } from "../../api/lot.ts";
import { ControlChip } from "../../components/ControlChip.tsx";
import { LotLink } from "../../components/LotLink.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { StockBar } from "./StockBar.tsx";

/** A lot in a list: what it is, its bar, what is free and what is blocked. */
export function LotRow({ lot, keeper }: { readonly lot: Lot; readonly keeper: boolean }) {
  const { t, nameOf } = useLanguage();
  const { unit } = lot;
  const words: Readonly<Record<string, string>> = t.control.obstacles;
  const blocked = lot.obstacles.filter((each) => each !== lot.control && each !== "short");
  return (
    <li className="lot">
      <div className="row-between">
        <span className="stack-tight">
          <span className="row">
            <LotLink lot={lot.lot} />
            <strong>{lot.goods?.variety}</strong>
          </span>
          <span className="faint">
            {[lot.mark, keeper ? t.goods.location(String(lot.location)) : nameOf(lot.custodian)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <ControlChip lot={lot} />
      </div>
      <StockBar lot={lot} />
      <div className="row stock-line">
        <span>
          <span className="faint">{t.goods.measured}</span>{" "}
          <Quantity count={lot.measured} unit={unit} />
        </span>
        <span>
          <span className="faint">{t.goods.underReceipt}</span>{" "}
          <Quantity count={lot.live} unit={unit} />
        </span>
        <span>
          <span className="faint">{t.goods.held}</span> <Quantity count={lot.held} unit={unit} />
        </span>
        {lot.uncovered !== "0" && (
          <span>
            <span className="faint">{t.goods.short}</span>{" "}
            <Quantity count={lot.uncovered} unit={unit} />
          </span>
        )}
        {blocked.length > 0 && (
          <span className="faint">{blocked.map((each) => words[each] ?? each).join(" · ")}</span>
        )}
      </div>
    </li>
  );
}
