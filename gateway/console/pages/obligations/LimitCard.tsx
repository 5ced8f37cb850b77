import type { Limit } from "../../api/limit.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Figure } from "../../components/Figure.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** How much of a limit is in use; the open part is the figure. */
export function LimitCard({ limit, onSet }: { readonly limit: Limit; readonly onSet: () => void }) {
  const { t } = useLanguage();
  const { currency, limitMinor, inUseMinor, ceilingMinor, freeMinor } = limit;
  const whole = BigInt(limitMinor);
  const used = BigInt(inUseMinor);
  // A share for the drawing only; no amount is computed from it.
  const share = whole === 0n ? 100 : Math.min(100, Number((used * 1000n) / whole) / 10);
  return (
    <Card>
      <div className="row-between">
        <Figure label={t.today.limit}>
          <Amount minor={freeMinor} currency={currency} />
        </Figure>
        <button type="button" className="button button-small" onClick={onSet}>
          {t.obligations.setLimit}
        </button>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={t.obligations.used}
        aria-valuenow={Math.round(share)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${share}%` }} />
      </div>
      <div className="row-between">
        <span className="faint">
          {t.obligations.used} <Amount minor={inUseMinor} currency={currency} />
        </span>
        <span className="faint">
          {t.obligations.limit} <Amount minor={limitMinor} currency={currency} />
        </span>
      </div>
      <span className="faint">
        {t.obligations.ceiling}: <Amount minor={ceilingMinor} currency={currency} />
      </span>
    </Card>
  );
}
