import { ledgerDay } from "../../api/ledgerDay.ts";
import type { SharedCertificate } from "../../api/sharedCertificate.ts";
import { Card } from "../../components/Card.tsx";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Who shows the certificate, and where everything can be checked without this gateway. */
export function SharedSource({ shared }: { readonly shared: SharedCertificate }) {
  const { t, nameOf } = useLanguage();
  const { chainId, creditCertificates } = shared.ledger;
  return (
    <Card title={t.sharedView.source}>
      <Facts
        items={[
          [t.sharedView.sharedBy, nameOf(shared.sharedBy)],
          [t.sharedView.until, ledgerDay.of(shared.expiresAt)],
          [t.sharedView.chain, chainId],
          [
            t.sharedView.contract,
            <span key="contract" className="mono">
              {creditCertificates}
            </span>,
          ],
        ]}
      />
      <p className="faint">{t.sharedView.own}</p>
    </Card>
  );
}
