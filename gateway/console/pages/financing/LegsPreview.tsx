import type { FinancingRequestDetail } from "../../api/financing.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Amount } from "../../components/Amount.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { annualRate } from "./annualRate.ts";
import { type QuoteDraft, quoteDraft } from "./quoteDraft.ts";

/** What a quote will say, leg by leg, while it is being filled in. */
export function LegsPreview({
  draft,
  request,
}: {
  readonly draft: QuoteDraft;
  readonly request: FinancingRequestDetail;
}) {
  const { t } = useLanguage();
  const { currency, dueDate } = request;
  const legs = quoteDraft.legs(draft, request);
  const days = ledgerDay.until(dueDate);
  if (legs === undefined) {
    return draft.rate === "" ? null : <Notice tone="notice-warn">{t.financing.tooHigh}</Notice>;
  }
  const rows = [
    [t.financing.face, legs.face],
    [t.financing.discount, -legs.discount],
    [t.financing.fee, -legs.fee],
    [t.financing.principalOfFinancier, legs.principal],
    ...(legs.obligorInterest === 0n
      ? []
      : ([[t.financing.obligorInterest, legs.obligorInterest]] as const)),
  ] as const;
  return (
    <div className="legs" aria-live="polite">
      <div className="row-between">
        <strong>{t.financing.legs}</strong>
        <span className="faint">{t.financing.daysToDue(Math.max(0, days))}</span>
      </div>
      {rows.map(([label, minor]) => (
        <div key={label} className="row-between">
          <span className="soft">{label}</span>
          <Amount minor={minor.toString()} currency={currency} />
        </div>
      ))}
      <div className="row-between">
        <span className="soft">{t.financing.allIn}</span>
        <span>{t.desk.aYear(annualRate(legs.discount + legs.fee, legs.face, days))}</span>
      </div>
    </div>
  );
}
