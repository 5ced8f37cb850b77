import type { ReceiptItem } from "../../api/receipt.ts";
import { Chip } from "../../components/Chip.tsx";
import { LotLink } from "../../components/LotLink.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { ReceiptLink } from "../../components/ReceiptLink.tsx";
import { type Column, Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Receipts in a list: whose, over which lot, how much, and how much of it is held. */
export function ReceiptTable({
  items,
  empty,
  showHolder = false,
  showLot = true,
}: {
  readonly items: readonly ReceiptItem[] | undefined;
  readonly empty: string;
  readonly showHolder?: boolean;
  readonly showLot?: boolean;
}) {
  const { t, nameOf } = useLanguage();
  const lotColumn: Column<ReceiptItem> = {
    label: t.receipts.lot,
    cell: ({ lot }) => <LotLink lot={lot} />,
  };
  const flagWords: Readonly<Record<string, string>> = t.receipts.flags;
  return (
    <Table
      items={items}
      keyOf={({ receipt }) => receipt}
      empty={empty}
      columns={[
        { label: t.common.number, cell: ({ receipt }) => <ReceiptLink receipt={receipt} /> },
        ...(showLot ? [lotColumn] : []),
        showHolder
          ? { label: t.common.holder, cell: ({ holder }) => nameOf(holder) }
          : { label: t.goods.custodian, cell: ({ custodian }) => nameOf(custodian) },
        { label: t.goods.storedUntil, cell: ({ storageUntil }) => storageUntil },
        {
          label: t.goods.held,
          right: true,
          cell: ({ held, unit, flags }) => (
            <span className="stack-tight">
              <Quantity count={held} unit={unit} />
              {flags.map((flag) => (
                <Chip key={flag} tone="warn">
                  {flagWords[flag] ?? flag}
                </Chip>
              ))}
            </span>
          ),
        },
        {
          label: t.goods.quantity,
          right: true,
          cell: ({ quantity, unit }) => <Quantity count={quantity} unit={unit} />,
        },
      ]}
    />
  );
}
