import { useParams } from "react-router";
import type { SharedCertificate } from "../../api/sharedCertificate.ts";
import { useRead } from "../../api/useRead.ts";
import { OpenHead } from "../../components/OpenHead.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProvenanceView } from "./ProvenanceView.tsx";
import { SharedSource } from "./SharedSource.tsx";

/** A certificate that its holder shows by a link; nobody has to sign in. */
export function SharedPage() {
  const { t } = useLanguage();
  const { token = "" } = useParams();
  const shared = useRead<SharedCertificate>(`/v1/shared/${token}`);
  return (
    <div className="shared">
      <OpenHead />
      <PageHead title={t.sharedView.title} lead={t.sharedView.lead} />
      {shared.isPending && <p className="empty">{t.common.loading}</p>}
      {shared.error !== null && <p className="notice notice-warn">{t.sharedView.gone}</p>}
      {shared.data !== undefined && (
        <>
          <ProvenanceView certificate={shared.data} block={shared.data.block} />
          <SharedSource shared={shared.data} />
        </>
      )}
    </div>
  );
}
