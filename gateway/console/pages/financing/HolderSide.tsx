import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Financing, FinancingRequest, Quote } from "../../api/financing.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { AskDialog } from "./AskDialog.tsx";
import { FinancingTable } from "./FinancingTable.tsx";
import { RequestCard } from "./RequestCard.tsx";

/** Who holds a certificate asks for financing, compares quotes, and sees what became of them. */
export function HolderSide() {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("certificate");
  const [asking, setAsking] = useState(false);
  const requests = useRead<Page<FinancingRequest>>(
    "/v1/financing-requests?direction=made&limit=100",
  );
  const quotes = useRead<Page<Quote>>("/v1/quotes?direction=received&limit=200");
  const financings = useRead<Page<Financing>>("/v1/financings?role=holder&limit=100");
  const close = () => {
    setAsking(false);
    if (wanted !== null) setSearch({}, { replace: true });
  };
  const shown = requests.data?.items;
  return (
    <>
      <PageHead
        title={t.nav.financing}
        lead={t.financing.holderLead}
        actions={
          <>
            <ExportLink path="/v1/quotes" label={t.work.quotes} />
            <ExportLink path="/v1/financings" label={t.nav.financing} />
            <button type="button" className="button button-primary" onClick={() => setAsking(true)}>
              {t.financing.request}
            </button>
          </>
        }
      />
      <Problem error={requests.error ?? quotes.error} />
      {shown?.length === 0 && (
        <Card title={t.financing.made}>
          <p className="empty">{t.financing.noneMade}</p>
        </Card>
      )}
      {shown?.map((request) => (
        <RequestCard
          key={request.request}
          request={request}
          quotes={quotes.data?.items.filter((quote) => quote.request === request.request) ?? []}
        />
      ))}
      <Card title={t.financing.financings} flush>
        <FinancingTable
          items={financings.data?.items}
          other="financier"
          empty={t.financing.noneFinanced}
        />
      </Card>
      {(asking || wanted !== null) && <AskDialog certificate={wanted ?? ""} onClose={close} />}
    </>
  );
}
