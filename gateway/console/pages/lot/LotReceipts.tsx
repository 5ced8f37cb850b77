import type { LotDetail } from "../../api/lot.ts";
import type { Page } from "../../api/page.ts";
import type { ReceiptItem } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ReceiptTable } from "../receipts/ReceiptTable.tsx";

/** Live receipts over a lot, as far as the reader may see them; nothing for who may see none. */
export function LotReceipts({ lot }: { readonly lot: LotDetail }) {
  const { t } = useLanguage();
  const receipts = useRead<Page<ReceiptItem>>(`/v1/receipts?lot=${lot.lot}&state=live&limit=200`);
  const items = receipts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={t.receipts.issued} flush>
      <ReceiptTable items={items} empty={t.receipts.noneIssued} showHolder showLot={false} />
    </Card>
  );
}
