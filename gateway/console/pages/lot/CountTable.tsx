import type { LotDetail } from "../../api/lot.ts";
import { Chip } from "../../components/Chip.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The last signed counts of a lot. */
export function CountTable({ lot }: { readonly lot: LotDetail }) {
  const { t, nameOf } = useLanguage();
  const methods: Readonly<Record<string, string>> = t.goods.methods;
  const { unit } = lot;
  return (
    <Table
      items={lot.counts}
      keyOf={({ count }) => count}
      empty={t.goods.noCounts}
      columns={[
        { label: t.goods.taken, cell: ({ takenAt }) => <Moment at={takenAt} /> },
        {
          label: t.goods.countedBy,
          cell: ({ counter, isCustodian }) => (
            <span className="stack-tight">
              <span>{nameOf(counter)}</span>
              <span className="faint">{isCustodian ? t.goods.ofCustodian : t.goods.ofCounter}</span>
            </span>
          ),
        },
        { label: t.goods.method, cell: ({ method }) => methods[method] ?? method },
        {
          label: t.goods.quantity,
          right: true,
          cell: ({ quantity }) => <Quantity count={quantity} unit={unit} />,
        },
        {
          label: t.goods.takenAs,
          right: true,
          cell: ({ measured, contradicted }) => (
            <span className="stack-tight">
              <Quantity count={measured} unit={unit} />
              {contradicted && <Chip tone="bad">{t.goods.contradicted}</Chip>}
            </span>
          ),
        },
      ]}
    />
  );
}
