import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceiptDetail } from "../../api/receipt.ts";
import { Quantity } from "../../components/Quantity.tsx";
import { Table } from "../../components/Table.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** How a receipt came here, from its issue on. */
export function ReceiptChain({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t, nameOf } = useLanguage();
  const causes: Readonly<Record<string, string>> = t.causes;
  return (
    <Table
      items={receipt.endorsements}
      keyOf={(each) => each.receipt}
      empty={t.receipts.noChain}
      columns={[
        { label: t.common.date, cell: ({ at }) => <span className="day">{ledgerDay.of(at)}</span> },
        { label: t.holdings.cause, cell: ({ cause }) => causes[cause] ?? cause },
        { label: t.common.from, cell: ({ from }) => nameOf(from) },
        { label: t.common.to, cell: ({ to }) => nameOf(to) },
        { label: t.common.tier, cell: ({ tier }) => <Tier tier={tier} /> },
        {
          label: t.goods.quantity,
          right: true,
          cell: ({ quantity }) => <Quantity count={quantity} unit={receipt.unit} />,
        },
      ]}
    />
  );
}
