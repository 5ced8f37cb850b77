import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Page } from "../../api/page.ts";
import type { ReceiptOffer } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { ReceiptLink } from "../../components/ReceiptLink.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { OfferAnswer } from "../offers/OfferAnswer.tsx";

/** Open offers of receipts in one direction, and what can be answered to them. */
export function ReceiptOfferCard({ direction }: { readonly direction: "in" | "out" }) {
  const { t, nameOf } = useLanguage();
  const offers = useRead<Page<ReceiptOffer>>(
    `/v1/receipt-offers?direction=${direction}&state=open&limit=200`,
  );
  const other = direction === "in" ? "from" : "to";
  return (
    <Card title={t.receipts[direction]} flush>
      <Problem error={offers.error} />
      <Table
        items={offers.data?.items}
        keyOf={({ receiptOffer }) => receiptOffer}
        empty={direction === "in" ? t.receipts.emptyIn : t.receipts.emptyOut}
        columns={[
          { label: t.common[other], cell: (item) => nameOf(item[other]) },
          {
            label: t.receipts.name,
            cell: ({ receipt, custodian }) => (
              <span className="stack-tight">
                <ReceiptLink receipt={receipt} />
                <span className="faint">{nameOf(custodian)}</span>
              </span>
            ),
          },
          { label: t.goods.storedUntil, cell: ({ storageUntil }) => storageUntil },
          { label: t.offers.until, cell: ({ expiresAt }) => ledgerDay.of(expiresAt) },
          {
            label: t.goods.quantity,
            right: true,
            cell: ({ quantity, unit }) => <Quantity count={quantity} unit={unit} />,
          },
          {
            label: t.today.act,
            right: true,
            cell: ({ receiptOffer, isExpired }) => (
              <OfferAnswer
                path={`/v1/receipt-offers/${receiptOffer}`}
                {...{ isExpired, direction }}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
