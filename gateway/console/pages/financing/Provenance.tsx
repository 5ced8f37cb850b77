import type { FinancingRequestDetail } from "../../api/financing.ts";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { CertificateSummary } from "../certificate/CertificateSummary.tsx";
import { Encumbrances } from "../certificate/Encumbrances.tsx";
import { Endorsements } from "../certificate/Endorsements.tsx";

/** Where a certificate comes from and what weighs on it, as a financier checks it before it quotes. */
export function Provenance({ request }: { readonly request: FinancingRequestDetail }) {
  const { t } = useLanguage();
  const { provenance } = request;
  return (
    <>
      <CertificateSummary certificate={provenance} />
      <Card title={t.certificate.endorsements} flush>
        <Endorsements items={provenance.endorsements} currency={provenance.currency} />
      </Card>
      <Card title={t.certificate.encumbrances}>
        <Encumbrances items={provenance.encumbrances} currency={provenance.currency} />
      </Card>
    </>
  );
}
