import { Link } from "react-router";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { AskHolder } from "./AskHolder.tsx";
import { OpenShareLink } from "./OpenShareLink.tsx";
import { ViewRequests } from "./ViewRequests.tsx";

/** A bank checks a certificate: by its number with its holder's leave, or by a link that the holder gave. */
export function CheckPage() {
  const { t } = useLanguage();
  return (
    <>
      <PageHead
        title={t.nav.check}
        lead={t.check.lead}
        actions={
          <Link className="button" to="/evidence">
            {t.evidence.checkLink}
          </Link>
        }
      />
      <div className="grid">
        <AskHolder />
        <OpenShareLink />
      </div>
      <ViewRequests />
    </>
  );
}
