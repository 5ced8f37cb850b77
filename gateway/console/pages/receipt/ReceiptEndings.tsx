import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceiptDetail } from "../../api/receipt.ts";
import { Card } from "../../components/Card.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { ReceiptLink } from "../../components/ReceiptLink.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Quantities of a receipt that were picked up, cancelled or replaced; nothing when none were. */
export function ReceiptEndings({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useLanguage();
  const kinds: Readonly<Record<string, string>> = t.receipts.endingKinds;
  const { unit, endings } = receipt;
  if (endings.length === 0) return null;
  return (
    <Card title={t.receipts.endings} flush>
      <Table
        items={endings}
        keyOf={({ transactionHash, quantity }) => `${transactionHash}-${quantity}`}
        columns={[
          { label: t.common.date, cell: ({ at }) => ledgerDay.of(at) },
          { label: t.holdings.cause, cell: ({ kind }) => kinds[kind] ?? kind },
          {
            label: t.receipts.goodsLeft,
            cell: ({ goods, newReceipt }) => {
              if (goods !== null) return <Quantity count={goods} unit={unit} />;
              return newReceipt === null ? "–" : <ReceiptLink receipt={newReceipt} />;
            },
          },
          {
            label: t.goods.quantity,
            right: true,
            cell: ({ quantity }) => <Quantity count={quantity} unit={unit} />,
          },
        ]}
      />
    </Card>
  );
}
