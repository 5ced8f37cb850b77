import { useState } from "react";
import { useParams } from "react-router";
import type { LotDetail } from "../../api/lot.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ControlCard } from "../../components/ControlCard.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { StockBar } from "../goods/StockBar.tsx";
import { StockFigures } from "../goods/StockFigures.tsx";
import { CountDialog } from "./CountDialog.tsx";
import { CountTable } from "./CountTable.tsx";
import { HoldingTable } from "./HoldingTable.tsx";
import { IssueDialog } from "./IssueDialog.tsx";
import { LotFacts } from "./LotFacts.tsx";
import { LotReceipts } from "./LotReceipts.tsx";

/** One lot: goods, what stands on them, how good the evidence is; its custodian counts it and issues receipts. */
export function LotPage() {
  const { t, nameOf } = useLanguage();
  const { me } = useSession();
  const { lot: id = "" } = useParams();
  const lot = useRead<LotDetail>(`/v1/lots/${id}`);
  const [doing, setDoing] = useState<"count" | "issue">();
  const data = lot.data;
  const keeps = data !== undefined && data.custodian.memberId === me?.memberId;
  const counts = keeps || (data?.place.counter?.member.memberId ?? 0) === me?.memberId;
  const close = () => setDoing(undefined);
  const actions = (
    <>
      <button type="button" className="button" onClick={() => setDoing("count")}>
        {t.stockWork.count}
      </button>
      {keeps && data.receiptable !== "0" && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => setDoing("issue")}
          disabled={data.obstacles.length > 0}
        >
          {t.stockWork.issue}
        </button>
      )}
    </>
  );
  return (
    <>
      <PageHead
        title={t.goods.lot(id)}
        lead={data && [data.goods?.variety, nameOf(data.custodian)].filter(Boolean).join(" · ")}
        actions={counts ? actions : undefined}
      />
      <Problem error={lot.error} />
      {data !== undefined && (
        <>
          <Card title={t.goods.stock}>
            <StockBar lot={data} />
            <StockFigures lot={data} />
          </Card>
          <div className="grid grid-halves">
            <ControlCard lot={data} />
            <LotFacts lot={data} />
          </div>
          <LotReceipts lot={data} />
          <Card title={t.goods.holders} flush>
            <HoldingTable lot={data} />
          </Card>
          <Card title={t.goods.counts} flush>
            <CountTable lot={data} />
          </Card>
          {doing === "count" && <CountDialog lot={data} onClose={close} />}
          {doing === "issue" && <IssueDialog lot={data} onClose={close} />}
        </>
      )}
    </>
  );
}
