import type { ReceivableDetail } from "../../api/receivable.ts";
import { Amount } from "../../components/Amount.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The invoices behind a receivable; their numbers are told to its parties only. */
export function InvoiceTable({
  invoices,
  currency,
}: {
  readonly invoices: ReceivableDetail["invoices"];
  readonly currency: string;
}) {
  const { t } = useLanguage();
  return (
    <Table
      items={invoices}
      keyOf={({ tag }) => tag}
      columns={[
        {
          label: t.registration.invoiceNumber,
          cell: ({ number, tag }) =>
            number ?? (
              <span className="faint" title={tag}>
                {t.receivable.hidden}
              </span>
            ),
        },
        {
          label: t.registration.face,
          right: true,
          cell: ({ faceMinor }) => <Amount minor={faceMinor} currency={currency} />,
        },
        {
          label: t.receivable.left,
          right: true,
          cell: ({ leftMinor, short }) => (
            <>
              <Amount minor={leftMinor} currency={currency} />{" "}
              {short && <Chip tone="bad">{t.receivable.short}</Chip>}
            </>
          ),
        },
        {
          label: t.registration.used,
          right: true,
          cell: ({ usedMinor }) => <Amount minor={usedMinor} currency={currency} />,
        },
      ]}
    />
  );
}
