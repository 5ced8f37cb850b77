import { useState } from "react";
import type { Limit } from "../../api/limit.ts";
import type { Obligation } from "../../api/obligation.ts";
import type { Page } from "../../api/page.ts";
import type { ReceivableItem } from "../../api/receivable.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { DueChart } from "./DueChart.tsx";
import { LimitCard } from "./LimitCard.tsx";
import { LimitDialog } from "./LimitDialog.tsx";
import { ObligationTable } from "./ObligationTable.tsx";

/** The obligor's page: open limit, what falls due when, and paying it. */
export function ObligationsPage() {
  const { t } = useLanguage();
  const limits = useRead<Page<Limit>>("/v1/limits");
  const receivables = useRead<Page<ReceivableItem>>(
    "/v1/receivables?party=obligor&state=accepted&limit=500",
  );
  const due = useRead<Page<Obligation>>("/v1/obligations");
  const [setting, setSetting] = useState<Limit | "new">();
  const open = receivables.data?.items.filter(({ liveMinor }) => liveMinor !== "0");
  return (
    <>
      <PageHead
        title={t.nav.obligations}
        lead={t.obligations.lead}
        actions={
          <>
            <ExportLink path="/v1/obligations" />
            <button type="button" className="button" onClick={() => setSetting("new")}>
              {t.obligations.addLimit}
            </button>
          </>
        }
      />
      <Problem error={limits.error ?? receivables.error ?? due.error} />
      {limits.data?.items.length === 0 && (
        <p className="notice notice-warn">{t.obligations.noLimit}</p>
      )}
      <div className="grid">
        {limits.data?.items.map((limit) => (
          <LimitCard key={limit.currency} limit={limit} onSet={() => setSetting(limit)} />
        ))}
      </div>
      <Card title={t.obligations.when}>
        {due.data !== undefined && <DueChart items={due.data.items} />}
      </Card>
      <Card title={t.obligations.list} flush>
        <ObligationTable items={open} />
      </Card>
      {setting !== undefined && (
        <LimitDialog
          limit={setting === "new" ? undefined : setting}
          onClose={() => setSetting(undefined)}
        />
      )}
    </>
  );
}
