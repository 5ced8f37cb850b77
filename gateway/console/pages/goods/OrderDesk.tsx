import type { Page } from "../../api/page.ts";
import type { ReceiptOrder } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { LotLink } from "../../components/LotLink.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { ReceiptLink } from "../../components/ReceiptLink.tsx";
import { Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { OrderTerms } from "../receipts/OrderTerms.tsx";

const verbs = {
  "pick-up": "pick-ups",
  cancellation: "cancellations",
  replacement: "replacements",
} as const;

/** Orders that holders signed and that wait for the custodian's own hand. */
export function OrderDesk() {
  const { t, nameOf } = useLanguage();
  const orders = useRead<Page<ReceiptOrder>>(
    "/v1/receipt-orders?direction=received&status=open&limit=200",
  );
  const words = t.stockWork;
  return (
    <Card title={words.orders} flush>
      <p className="faint card-lead">{words.ordersHint}</p>
      <Problem error={orders.error} />
      <Table
        items={orders.data?.items}
        keyOf={({ order }) => order}
        empty={words.noOrders}
        columns={[
          { label: t.receipts.order, cell: ({ kind }) => words.orderKinds[kind] },
          { label: t.common.holder, cell: ({ holder }) => nameOf(holder) },
          {
            label: t.receipts.name,
            cell: ({ receipt, lot }) => (
              <span className="stack-tight">
                <ReceiptLink receipt={receipt} />
                <LotLink lot={lot} />
              </span>
            ),
          },
          { label: words.until, cell: ({ signature }) => <Moment at={signature.deadline} /> },
          {
            label: t.goods.quantity,
            right: true,
            cell: (order) => (
              <span className="stack-tight">
                <Quantity count={order.terms.quantity ?? "0"} unit={order.unit} />
                <OrderTerms order={order} />
              </span>
            ),
          },
          {
            label: t.desk.action,
            right: true,
            cell: ({ kind, receipt, order }) => (
              <WriteButton
                write={{ path: `/v1/receipts/${receipt}/${verbs[kind]}`, body: { order } }}
                label={words.carryOut[kind]}
                tone="button-primary"
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
