import type { Page } from "../../api/page.ts";
import type { ReceiptItem } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { StandingAcceptances } from "../offers/StandingAcceptances.tsx";
import { OrdersMade } from "./OrdersMade.tsx";
import { ReceiptOfferCard } from "./ReceiptOfferCard.tsx";
import { ReceiptTable } from "./ReceiptTable.tsx";

/** A holder's receipts, offers and orders; a custodian's live receipts. */
export function ReceiptsPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const keeps = me?.roles.includes("custodian") ?? false;
  const whose = keeps ? "custodian=me" : "holder=me";
  const receipts = useRead<Page<ReceiptItem>>(`/v1/receipts?${whose}&state=live&limit=200`);
  const items = receipts.data?.items;
  const words = t.receipts;
  return (
    <>
      <PageHead
        title={t.nav.receipts}
        lead={keeps ? words.keeperLead : words.holderLead}
        actions={<ExportLink path={`/v1/receipts?${whose}`} />}
      />
      <Problem error={receipts.error} />
      <Card title={keeps ? words.issued : words.mine} flush>
        <ReceiptTable
          items={items}
          empty={keeps ? words.noneIssued : words.none}
          showHolder={keeps}
        />
      </Card>
      {!keeps && (
        <>
          <ReceiptOfferCard direction="in" />
          <ReceiptOfferCard direction="out" />
          <OrdersMade />
          <StandingAcceptances of="receipts" />
        </>
      )}
    </>
  );
}
