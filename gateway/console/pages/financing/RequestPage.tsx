import { formatMoney } from "@tallystick/sdk";
import { useParams } from "react-router";
import type { FinancingRequestDetail } from "../../api/financing.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Provenance } from "./Provenance.tsx";
import { QuoteForm } from "./QuoteForm.tsx";
import { QuoteTable } from "./QuoteTable.tsx";

/** A request that this financier got: provenance on one side, its quote on the other. */
export function RequestPage() {
  const { t, nameOf } = useLanguage();
  const { request: id = "" } = useParams();
  const request = useRead<FinancingRequestDetail>(`/v1/financing-requests/${id}`);
  const { data } = request;
  return (
    <>
      <PageHead
        title={t.financing.makeQuote}
        lead={
          data === undefined
            ? undefined
            : t.financing.asks(
                nameOf(data.holder),
                formatMoney(BigInt(data.valueMinor), data.currency),
                data.dueDate,
              )
        }
      />
      <Problem error={request.error} />
      {data !== undefined && (
        <div className="grid-wide">
          <div className="stack">
            {data.note !== "" && <Notice>{data.note}</Notice>}
            <Provenance request={data} />
          </div>
          <div className="stack">
            {data.status === "open" && <QuoteForm request={data} />}
            {data.offered.length > 0 && (
              <Card title={t.financing.myQuotes} flush>
                <QuoteTable items={data.offered} brief />
              </Card>
            )}
          </div>
        </div>
      )}
    </>
  );
}
