import { ledgerDay } from "../../api/ledgerDay.ts";
import type { OfferItem } from "../../api/offer.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { OfferAnswer } from "./OfferAnswer.tsx";

/** Open offers in one direction, and what can be answered to them. */
export function OfferCard({ direction }: { readonly direction: "in" | "out" }) {
  const { t, nameOf } = useLanguage();
  const offers = useRead<Page<OfferItem>>(`/v1/offers?direction=${direction}&state=open&limit=200`);
  const other = direction === "in" ? "from" : "to";
  return (
    <Card title={t.offers[direction]} flush>
      <Problem error={offers.error} />
      <Table
        items={offers.data?.items}
        keyOf={({ offer }) => offer}
        empty={direction === "in" ? t.offers.emptyIn : t.offers.emptyOut}
        columns={[
          { label: t.common[other], cell: (item) => nameOf(item[other]) },
          {
            label: t.common.obligor,
            cell: ({ obligor, certificate }) => (
              <span className="figure">
                <span>{nameOf(obligor)}</span>
                <CertificateLink certificate={certificate} />
              </span>
            ),
          },
          { label: t.common.tier, cell: ({ tier }) => <Tier tier={tier} /> },
          { label: t.common.dueDate, cell: ({ dueDate }) => <DueDate date={dueDate} /> },
          { label: t.offers.until, cell: ({ expiresAt }) => ledgerDay.of(expiresAt) },
          {
            label: t.common.amount,
            right: true,
            cell: ({ valueMinor, currency }) => <Amount minor={valueMinor} currency={currency} />,
          },
          {
            label: t.today.act,
            right: true,
            cell: ({ offer, isExpired }) => (
              <OfferAnswer path={`/v1/offers/${offer}`} {...{ isExpired, direction }} />
            ),
          },
        ]}
      />
    </Card>
  );
}
