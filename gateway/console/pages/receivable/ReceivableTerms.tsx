import type { ReactNode } from "react";
import type { ReceivableDetail } from "../../api/receivable.ts";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What the parties agreed and when. */
export function ReceivableTerms({ receivable }: { readonly receivable: ReceivableDetail }) {
  const { t, nameOf } = useLanguage();
  const yesNo = (value: boolean) => (value ? t.receivable.yes : t.receivable.no);
  const share = receivable.obligorInterestShareBasisPoints;
  const items: readonly (readonly [string, ReactNode])[] = [
    [t.common.obligor, nameOf(receivable.obligor)],
    [t.common.creditor, nameOf(receivable.creditor)],
    [t.registration.delivered, receivable.deliveryDate],
    [t.registration.contractDue, receivable.contractDueDate],
    [t.receivable.registeredOn, receivable.registeredAt.slice(0, 10)],
    [t.receivable.confirmedOn, receivable.confirmedAt?.slice(0, 10)],
    [
      t.receivable.acceptUntil,
      receivable.acceptedAt === null ? receivable.acceptBy?.slice(0, 10) : undefined,
    ],
    [t.receivable.acceptedOn, receivable.acceptedAt?.slice(0, 10)],
    [t.receivable.rules, receivable.rules],
    [t.receivable.interestShare, `${share / 100} %`],
    [t.receivable.defenceWaiver, yesNo(receivable.defenceWaiver)],
    [t.receivable.noticeByLedger, yesNo(receivable.noticeByLedger)],
    [
      t.holdings.documentRoot,
      <span key="root" className="mono" title={receivable.documentRoot}>
        {receivable.documentRoot.slice(0, 18)}…
      </span>,
    ],
  ];
  return <Facts items={items.filter(([, value]) => value !== undefined && value !== null)} />;
}
