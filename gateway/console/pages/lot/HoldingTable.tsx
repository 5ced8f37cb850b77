import type { LotDetail } from "../../api/lot.ts";
import { Quantity } from "../../components/Quantity.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Who holds how much of a lot; whom the reader may not know is one sum. */
export function HoldingTable({ lot }: { readonly lot: LotDetail }) {
  const { t, nameOf } = useLanguage();
  const { unit } = lot;
  return (
    <Table
      items={lot.holdings}
      keyOf={({ holder }) => holder?.memberId ?? 0}
      empty={t.goods.noHolders}
      columns={[
        {
          label: t.common.holder,
          cell: ({ holder }) =>
            holder === null ? <span className="faint">{t.goods.others}</span> : nameOf(holder),
        },
        { label: t.goods.receiptCount, cell: ({ receipts }) => receipts },
        {
          label: t.goods.held,
          right: true,
          cell: ({ held }) => <Quantity count={held} unit={unit} />,
        },
        {
          label: t.goods.quantity,
          right: true,
          cell: ({ quantity }) => <Quantity count={quantity} unit={unit} />,
        },
      ]}
    />
  );
}
