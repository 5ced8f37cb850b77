import type { CertificateDetail } from "../../api/certificate.ts";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Encumbrances } from "../certificate/Encumbrances.tsx";
import { Endorsements } from "../certificate/Endorsements.tsx";
import { ProvenanceSummary } from "./ProvenanceSummary.tsx";

/** What a bank checks before it pays: issuer, confirmation, chain of endorsements, encumbrances. */
export function ProvenanceView({
  certificate,
  block,
}: {
  readonly certificate: CertificateDetail;
  readonly block: number | undefined;
}) {
  const { t } = useLanguage();
  return (
    <>
      <ProvenanceSummary certificate={certificate} block={block} />
      <Card title={t.certificate.encumbrances}>
        <Encumbrances items={certificate.encumbrances} currency={certificate.currency} />
      </Card>
      <Card title={t.certificate.endorsements} flush>
        <Endorsements items={certificate.endorsements} currency={certificate.currency} />
      </Card>
    </>
  );
}
