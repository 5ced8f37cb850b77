import type { ReactNode } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceivableDetail } from "../../api/receivable.ts";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What the parties agreed and when. */
export function ReceivableTerms({ receivable }: { readonly receivable: ReceivableDetail }) {
  const { t, nameOf } = useLanguage();
  const yesNo = (value: boolean) => (value ? t.receivable.yes : t.receivable.no);
  const day = (instant: string | null) => instant && ledgerDay.of(instant);
  const share = receivable.obligorInterestShareBasisPoints;
  const items: readonly (readonly [string, ReactNode])[] = [
    [t.common.obligor, nameOf(receivable.obligor)],
    [t.common.creditor, nameOf(receivable.creditor)],
    [t.registration.delivered, receivable.deliveryDate],
    [t.registration.contractDue, receivable.contractDueDate],
    [t.receivable.registeredOn, day(receivable.registeredAt)],
    [t.receivable.confirmedOn, day(receivable.confirmedAt)],
    [
      t.receivable.acceptUntil,
      receivable.acceptedAt === null ? day(receivable.acceptBy) : undefined,
    ],
    [t.receivable.acceptedOn, day(receivable.acceptedAt)],
    [t.receivable.rules, receivable.rules],
    [t.receivable.interestShare, `${share / 100} %`],
    [t.receivable.defenceWaiver, yesNo(receivable.defenceWaiver)],
    [t.receivable.noticeByLedger, yesNo(receivable.noticeByLedger)],
    [
      t.holdings.documentRoot,
      <span key="root" className="mono" title={receivable.documentRoot}>
        {receivable.documentRoot.slice(0, 14)}…
      </span>,
    ],
  ];
  return <Facts items={items.filter(([, value]) => value !== undefined && value !== null)} />;
}
