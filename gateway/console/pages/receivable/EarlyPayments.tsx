import { useState } from "react";
import type { CertificateItem } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Page } from "../../api/page.ts";
import type { ReceivableDetail } from "../../api/receivable.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { EarlyPaymentDialog } from "./EarlyPaymentDialog.tsx";
import { EarlyPaymentTable } from "./EarlyPaymentTable.tsx";

/** Early payments proposed on a receivable; obligor and holders can propose another one. */
export function EarlyPayments({ receivable }: { readonly receivable: ReceivableDetail }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const [proposing, setProposing] = useState(false);
  const isObligor = receivable.obligor.memberId === me?.memberId;
  const whose = isObligor ? "holder=any&obligor=me" : "holder=me";
  const certificates = useRead<Page<CertificateItem>>(
    `/v1/certificates?${whose}&receivable=${receivable.receivable}&state=live&limit=200`,
  );
  const items = certificates.data?.items ?? [];
  const open = receivable.state === "accepted" && ledgerDay.until(receivable.dueDate) >= 0;
  return (
    <Card
      title={t.early.title}
      flush
      actions={
        open && items.length > 0 ? (
          <button type="button" className="button button-small" onClick={() => setProposing(true)}>
            {t.early.propose}
          </button>
        ) : undefined
      }
    >
      <EarlyPaymentTable receivable={receivable.receivable} />
      {proposing && <EarlyPaymentDialog certificates={items} onClose={() => setProposing(false)} />}
    </Card>
  );
}
