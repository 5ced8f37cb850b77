import { useParams } from "react-router";
import type { ReceivableDetail } from "../../api/receivable.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { LineageTree } from "../lineage/LineageTree.tsx";
import type { LineageData } from "../lineage/lineageData.ts";
import { EarlyPayments } from "./EarlyPayments.tsx";
import { InvoiceTable } from "./InvoiceTable.tsx";
import { ReceivableActions } from "./ReceivableActions.tsx";
import { ReceivableTerms } from "./ReceivableTerms.tsx";
import { ReceivableTotals } from "./ReceivableTotals.tsx";
import { SettlementRuns } from "./SettlementRuns.tsx";

/** One receivable: its terms, what became of its value, and what its parties do next. */
export function ReceivablePage() {
  const { t, nameOf } = useLanguage();
  const { receivable: id = "" } = useParams();
  const receivable = useRead<ReceivableDetail>(`/v1/receivables/${id}`);
  const data = receivable.data;
  const root = data?.rootCertificate ?? undefined;
  const tree = useRead<LineageData>(
    root === undefined ? undefined : `/v1/certificates/${root}/tree`,
  );
  return (
    <>
      <PageHead
        title={t.receivable.title(id)}
        lead={data && `${nameOf(data.obligor)} → ${nameOf(data.creditor)}`}
        actions={data && <ReceivableActions receivable={data} />}
      />
      <Problem error={receivable.error} />
      {data !== undefined && (
        <>
          <ReceivableTotals receivable={data} />
          {data.invoices.some(({ short }) => short) && (
            <Notice tone="notice-bad">{t.receivable.shortHint}</Notice>
          )}
          {tree.data !== undefined && <LineageTree data={tree.data} />}
          {root === undefined && <p className="notice">{t.receivable.noCertificates}</p>}
          <div className="grid-wide">
            <Card title={t.receivable.invoices} flush>
              <InvoiceTable invoices={data.invoices} currency={data.currency} />
            </Card>
            <Card title={t.receivable.terms}>
              <ReceivableTerms receivable={data} />
            </Card>
          </div>
          {root !== undefined && (
            <>
              <EarlyPayments receivable={data} />
              <SettlementRuns receivable={data} />
            </>
          )}
        </>
      )}
    </>
  );
}
