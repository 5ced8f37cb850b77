import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceiptDetail, ReceiptEncumbrance } from "../../api/receipt.ts";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { encumbranceState } from "./encumbranceState.ts";

/** What reserves or pledges a receipt, or the sentence that nothing does. */
export function ReceiptEncumbrances({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t, nameOf } = useLanguage();
  const words = t.receipts;
  const detail = ({ party, contract, expiresAt, firm }: ReceiptEncumbrance) => [
    party === null ? contract : nameOf(party),
    expiresAt === null || firm === true ? null : words.until(ledgerDay.of(expiresAt)),
  ];
  if (receipt.encumbrances.length === 0) {
    return <p className="notice notice-good">{t.certificate.unencumbered}</p>;
  }
  return (
    <ul className="stack plain-list">
      {receipt.encumbrances.map((each) => (
        <li key={`${each.kind}-${each.id}`} className="notice notice-warn">
          <strong>
            {words[encumbranceState(each)]}
            {each.quantity !== null && (
              <>
                {" · "}
                <Quantity count={each.quantity} unit={receipt.unit} />
              </>
            )}
          </strong>
          <span>{detail(each).filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}
