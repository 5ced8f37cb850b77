import type { EarlyPaymentProposal } from "../../api/earlyPayment.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { EarlyPaymentAnswer } from "./EarlyPaymentAnswer.tsx";

/** Proposals of one receivable, or of all, with the answer that the member can give. */
export function EarlyPaymentTable({ receivable }: { readonly receivable?: number }) {
  const { t, nameOf } = useLanguage();
  const proposals = useRead<Page<EarlyPaymentProposal>>("/v1/early-payments/proposals?limit=200");
  const items = proposals.data?.items.filter(
    ({ certificate }) =>
      receivable === undefined || BigInt(certificate) >> 32n === BigInt(receivable),
  );
  return (
    <Table
      items={items}
      keyOf={({ proposal }) => proposal}
      empty={t.early.none}
      columns={[
        {
          label: t.early.certificate,
          cell: ({ certificate }) => <CertificateLink certificate={certificate} />,
        },
        { label: t.common.holder, cell: ({ holder }) => nameOf(holder) },
        {
          label: t.early.face,
          right: true,
          cell: ({ faceMinor, currency }) => <Amount minor={faceMinor} currency={currency} />,
        },
        {
          label: t.early.paid,
          right: true,
          cell: ({ paidMinor, currency }) => <Amount minor={paidMinor} currency={currency} />,
        },
        {
          label: t.common.state,
          right: true,
          cell: (item) => <EarlyPaymentAnswer proposal={item} />,
        },
      ]}
    />
  );
}
