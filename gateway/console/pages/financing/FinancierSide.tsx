import { useState } from "react";
import type { Financing, FinancingRequest, Quote } from "../../api/financing.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FinancingActions } from "./FinancingActions.tsx";
import { FinancingTable } from "./FinancingTable.tsx";
import { HeldTable } from "./HeldTable.tsx";
import { QuoteTable } from "./QuoteTable.tsx";
import { ReceivedRequests } from "./ReceivedRequests.tsx";
import { RegisterDialog } from "./RegisterDialog.tsx";

/** A financier's work: requests, registration, what it holds, its quotes. */
export function FinancierSide() {
  const { t } = useLanguage();
  const requests = useRead<Page<FinancingRequest>>(
    "/v1/financing-requests?direction=received&limit=100",
  );
  const quotes = useRead<Page<Quote>>("/v1/quotes?direction=made&limit=100");
  const financings = useRead<Page<Financing>>("/v1/financings?role=financier&limit=100");
  const [registering, setRegistering] = useState<Financing>();
  const taken = financings.data?.items;
  return (
    <>
      <PageHead
        title={t.nav.financing}
        lead={t.financing.financierLead}
        actions={
          <>
            <ExportLink path="/v1/quotes" label={t.work.quotes} />
            <ExportLink path="/v1/financings" label={t.nav.financing} />
          </>
        }
      />
      <Problem error={requests.error ?? quotes.error ?? financings.error} />
      <ReceivedRequests items={requests.data?.items} />
      <Card title={t.financing.toRegister} flush>
        <FinancingTable
          items={taken?.filter(({ state }) => state === "accepted")}
          other="holder"
          empty={t.financing.noneToRegister}
          action={(item) => (
            <FinancingActions financing={item} onRegister={() => setRegistering(item)} />
          )}
        />
      </Card>
      <HeldTable />
      <Card title={t.financing.financings} flush>
        <FinancingTable
          items={taken?.filter(({ state }) => state !== "accepted")}
          other="holder"
          empty={t.financing.noneFinanced}
          action={(item) => <FinancingActions financing={item} />}
        />
      </Card>
      <Card title={t.financing.myQuotes} flush>
        <QuoteTable items={quotes.data?.items} />
      </Card>
      {registering !== undefined && (
        <RegisterDialog financing={registering} onClose={() => setRegistering(undefined)} />
      )}
    </>
  );
}
