import type { CertificateItem } from "../../api/certificate.ts";
import type { Exposure } from "../../api/exposure.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Figure } from "../../components/Figure.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { DueLadder } from "./DueLadder.tsx";
import { exposureTotals } from "./exposureTotals.ts";
import { ObligorBars } from "./ObligorBars.tsx";

/** What a financier holds: by obligor and currency, with and without recourse, and when it falls due. */
export function ExposurePage() {
  const { t } = useLanguage();
  const exposures = useRead<Page<Exposure>>("/v1/exposures");
  const held = useRead<Page<CertificateItem>>("/v1/certificates?holder=me&state=live&limit=500");
  const items = exposures.data?.items;
  return (
    <>
      <PageHead
        title={t.nav.exposure}
        lead={t.exposure.lead}
        actions={<ExportLink path="/v1/exposures" />}
      />
      <Problem error={exposures.error ?? held.error} />
      {exposureTotals(items ?? []).map(
        ({ currency, total, withRecourse, withoutRecourse, pending }) => (
          <div key={currency} className="grid grid-figures">
            {(
              [
                [t.exposure.total, total],
                [t.financing.withoutRecourse, withoutRecourse],
                [t.financing.withRecourse, withRecourse],
                [t.exposure.pending, pending],
              ] as const
            ).map(([label, minor]) => (
              <Card key={label}>
                <Figure label={label}>
                  <Amount minor={minor.toString()} currency={currency} />
                </Figure>
              </Card>
            ))}
          </div>
        ),
      )}
      {items !== undefined && <ObligorBars items={items} />}
      {held.data !== undefined && <DueLadder items={held.data.items} />}
    </>
  );
}
