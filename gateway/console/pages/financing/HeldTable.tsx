import { useState } from "react";
import type { CertificateItem } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Chip } from "../../components/Chip.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { BuyBackDialog } from "./BuyBackDialog.tsx";

/** What a financier holds, with or without recourse; at default it asks for buy-back here. */
export function HeldTable() {
  const { t, nameOf } = useLanguage();
  const held = useRead<Page<CertificateItem>>("/v1/certificates?holder=me&state=live&limit=200");
  const [asking, setAsking] = useState<string>();
  const mayAsk = ({ flags, dueDate }: CertificateItem) =>
    flags.includes("recourse") && ledgerDay.until(dueDate) < 0;
  return (
    <Card title={t.financing.held} flush>
      <Table
        items={held.data?.items}
        keyOf={({ certificate }) => certificate}
        empty={t.financing.noneHeld}
        columns={[
          {
            label: t.desk.certificatePart,
            cell: ({ certificate }) => <CertificateLink certificate={certificate} />,
          },
          { label: t.common.obligor, cell: ({ obligor }) => nameOf(obligor) },
          { label: t.common.dueDate, cell: ({ dueDate }) => <DueDate date={dueDate} /> },
          {
            label: t.financing.recourse,
            cell: ({ flags }) => (
              <Chip tone={flags.includes("recourse") ? "warn" : "good"}>
                {flags.includes("recourse")
                  ? t.financing.withRecourse
                  : t.financing.withoutRecourse}
              </Chip>
            ),
          },
          {
            label: t.common.amount,
            right: true,
            cell: ({ valueMinor, currency }) => <Amount minor={valueMinor} currency={currency} />,
          },
          {
            label: t.desk.action,
            right: true,
            cell: (item) =>
              mayAsk(item) && (
                <button
                  type="button"
                  className="button button-small"
                  onClick={() => setAsking(item.certificate)}
                >
                  {t.financing.buyBack}
                </button>
              ),
          },
        ]}
      />
      {asking !== undefined && (
        <BuyBackDialog certificate={asking} onClose={() => setAsking(undefined)} />
      )}
    </Card>
  );
}
