import type { Endorsement } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Amount } from "../../components/Amount.tsx";
import { Table } from "../../components/Table.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** How value came here, from the confirmed receivable on. */
export function Endorsements({
  items,
  currency,
}: {
  readonly items: readonly Endorsement[];
  readonly currency: string;
}) {
  const { t, nameOf } = useLanguage();
  const causes: Readonly<Record<string, string>> = t.causes;
  return (
    <Table
      items={items}
      keyOf={({ certificate }) => certificate}
      columns={[
        { label: t.common.date, cell: ({ at }) => <span className="day">{ledgerDay.of(at)}</span> },
        { label: t.holdings.cause, cell: ({ cause }) => causes[cause] ?? cause },
        { label: t.common.from, cell: ({ from }) => nameOf(from) },
        { label: t.common.to, cell: ({ to }) => nameOf(to) },
        { label: t.common.tier, cell: ({ tier }) => <Tier tier={tier} /> },
        {
          label: t.common.amount,
          right: true,
          cell: ({ valueMinor }) => <Amount minor={valueMinor} currency={currency} />,
        },
      ]}
    />
  );
}
