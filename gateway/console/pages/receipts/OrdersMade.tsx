import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Page } from "../../api/page.ts";
import type { ReceiptOrder } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { ReceiptLink } from "../../components/ReceiptLink.tsx";
import { Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { OrderTerms } from "./OrderTerms.tsx";

const tones = {
  open: "warn",
  done: "good",
  cancelled: "plain",
  expired: "plain",
  void: "plain",
} as const;

/** What the holder ordered, and whether the custodian has carried it out. */
export function OrdersMade() {
  const { t, nameOf } = useLanguage();
  const orders = useRead<Page<ReceiptOrder>>("/v1/receipt-orders?direction=made&limit=50");
  return (
    <Card title={t.receipts.orders} flush>
      <Problem error={orders.error} />
      <Table
        items={orders.data?.items}
        keyOf={({ order }) => order}
        empty={t.receipts.noOrders}
        columns={[
          { label: t.receipts.order, cell: ({ kind }) => t.stockWork.orderKinds[kind] },
          { label: t.receipts.name, cell: ({ receipt }) => <ReceiptLink receipt={receipt} /> },
          { label: t.goods.custodian, cell: ({ custodian }) => nameOf(custodian) },
          { label: t.common.date, cell: ({ orderedAt }) => ledgerDay.of(orderedAt) },
          {
            label: t.common.state,
            cell: ({ status }) => <Chip tone={tones[status]}>{t.receipts.statuses[status]}</Chip>,
          },
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
            cell: ({ status, order }) =>
              status === "open" && (
                <WriteButton
                  write={{ method: "DELETE", path: `/v1/receipt-orders/${order}` }}
                  label={t.receipts.takeBack}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}
