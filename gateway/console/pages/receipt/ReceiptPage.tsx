import { useParams } from "react-router";
import type { ReceiptDetail } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ControlCard } from "../../components/ControlCard.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { StockBar } from "../goods/StockBar.tsx";
import { StockFigures } from "../goods/StockFigures.tsx";
import { HolderButtons } from "./HolderButtons.tsx";
import { ReceiptChain } from "./ReceiptChain.tsx";
import { ReceiptEncumbrances } from "./ReceiptEncumbrances.tsx";
import { ReceiptEndings } from "./ReceiptEndings.tsx";
import { ReceiptSummary } from "./ReceiptSummary.tsx";
import { TermsCard } from "./TermsCard.tsx";

/** The receipt's number as people read it, or nothing for an address that is none. */
function numberOf(id: string): string {
  if (!/^\d{1,19}$/.test(id)) return "";
  return `${BigInt(id) >> 32n}-${BigInt(id) & 0xffff_ffffn}`;
}

/** One receipt: terms, lineage, goods and control under it, and what weighs on it. */
export function ReceiptPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const { receipt: id = "" } = useParams();
  const receipt = useRead<ReceiptDetail>(`/v1/receipts/${id}`);
  const data = receipt.data;
  const mine = data !== undefined && data.holder.memberId === me?.memberId && data.free !== "0";
  return (
    <>
      <PageHead
        title={`${t.receipts.name} ${numberOf(id)}`}
        lead={t.receipts.lead}
        actions={mine ? <HolderButtons receipt={data} /> : undefined}
      />
      <Problem error={receipt.error} />
      {data !== undefined && (
        <>
          <ReceiptSummary receipt={data} />
          <div className="grid grid-halves">
            <ControlCard lot={data.stock} />
            <Card title={t.goods.stock}>
              <StockBar lot={data.stock} />
              <StockFigures lot={data.stock} />
            </Card>
          </div>
          <div className="grid-wide">
            <Card title={t.receipts.chain} flush>
              <ReceiptChain receipt={data} />
            </Card>
            <Card title={t.receipts.encumbrances}>
              <ReceiptEncumbrances receipt={data} />
            </Card>
          </div>
          <TermsCard receipt={data} />
          <ReceiptEndings receipt={data} />
        </>
      )}
    </>
  );
}
