import { useParams } from "react-router";
import type { CertificateDetail } from "../../api/certificate.ts";
import { useRead } from "../../api/useRead.ts";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProvenanceView } from "../shared/ProvenanceView.tsx";

/** A certificate that its holder opened to the signed-in bank. */
export function CheckedPage() {
  const { t } = useLanguage();
  const { certificate: id = "" } = useParams();
  const certificate = useRead<CertificateDetail & { readonly block?: number }>(
    `/v1/certificates/${id}`,
  );
  return (
    <>
      <PageHead title={t.sharedView.title} lead={t.sharedView.lead} />
      <Problem error={certificate.error} />
      {certificate.data !== undefined && (
        <ProvenanceView certificate={certificate.data} block={certificate.data.block} />
      )}
    </>
  );
}
