import { useState } from "react";
import type { CertificateItem } from "../../api/certificate.ts";
import { useList } from "../../api/useList.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Figure } from "../../components/Figure.tsx";
import { Flags } from "../../components/Flags.tsx";
import { FilterBar } from "../../components/list/FilterBar.tsx";
import { MoreButton } from "../../components/list/MoreButton.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SplitTransferDialog } from "../certificate/SplitTransferDialog.tsx";
import { totalsByCurrency } from "./totalsByCurrency.ts";

const live = { holder: "me", state: "live" } as const;

/** What the member holds: amounts, due days, tiers, and passing them on. */
export function HoldingsPage() {
  const { t, nameOf } = useLanguage();
  const holdings = useList<CertificateItem>("/v1/certificates", "-certificate", live);
  const [chosen, setChosen] = useState<CertificateItem>();
  const { items } = holdings;
  return (
    <>
      <PageHead title={t.nav.holdings} lead={t.holdings.lead} />
      <Problem error={holdings.error} />
      <div className="grid">
        {totalsByCurrency(items ?? []).map(({ currency, value, free }) => (
          <Card key={currency}>
            <Figure
              label={t.holdings.total}
              note={
                <>
                  {t.certificate.free}: <Amount minor={free.toString()} currency={currency} />
                </>
              }
            >
              <Amount minor={value.toString()} currency={currency} />
            </Figure>
          </Card>
        ))}
      </div>
      <FilterBar
        kinds={["currency", "amount", "due"]}
        filters={holdings.filters}
        onChange={holdings.narrow}
        csv={holdings.csv}
      />
      <Card title={t.certificateName} flush>
        <Table
          items={items}
          sorting={holdings}
          keyOf={({ certificate }) => certificate}
          empty={t.holdings.empty}
          columns={[
            {
              label: t.common.number,
              sort: "certificate",
              cell: (item) => <CertificateLink certificate={item.certificate} />,
            },
            { label: t.common.obligor, cell: ({ obligor }) => nameOf(obligor) },
            { label: t.common.tier, cell: ({ tier }) => <Tier tier={tier} /> },
            {
              label: t.common.dueDate,
              sort: "dueDate",
              cell: ({ dueDate }) => <DueDate date={dueDate} />,
            },
            { label: t.common.state, cell: ({ flags }) => <Flags flags={flags} /> },
            {
              label: t.common.amount,
              sort: "valueMinor",
              right: true,
              cell: ({ valueMinor, currency }) => <Amount minor={valueMinor} currency={currency} />,
            },
            {
              label: t.common.details,
              right: true,
              cell: (item) => (
                <button
                  type="button"
                  className="button button-small"
                  onClick={() => setChosen(item)}
                >
                  {t.splitTransfer.open}
                </button>
              ),
            },
          ]}
        />
        <MoreButton more={holdings.more} />
      </Card>
      {chosen !== undefined && (
        <SplitTransferDialog certificate={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
