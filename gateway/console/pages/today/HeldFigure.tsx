import type { CertificateItem } from "../../api/certificate.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Figure } from "../../components/Figure.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { totalsByCurrency } from "../holdings/totalsByCurrency.ts";

/** What the member holds, a figure per currency. */
export function HeldFigure() {
  const { t } = useLanguage();
  const holdings = useRead<Page<CertificateItem>>(
    "/v1/certificates?holder=me&state=live&limit=200",
  );
  return totalsByCurrency(holdings.data?.items ?? []).map(({ currency, value }) => (
    <Card key={currency}>
      <Figure label={t.today.held} note={t.today.heldNote}>
        <Amount minor={value.toString()} currency={currency} />
      </Figure>
    </Card>
  ));
}
