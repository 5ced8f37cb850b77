import type { FinancingRequest, Quote } from "../../api/financing.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Facts } from "../../components/Facts.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { QuoteComparison } from "./QuoteComparison.tsx";

/** One request of the holder's with the quotes that it got. */
export function RequestCard({
  request,
  quotes,
}: {
  readonly request: FinancingRequest;
  readonly quotes: readonly Quote[];
}) {
  const { t, nameOf } = useLanguage();
  const path = `/v1/financing-requests/${request.request}`;
  return (
    <Card
      title={
        <span className="row">
          <Amount minor={request.valueMinor} currency={request.currency} />
          <span className="faint">{t.financing.quoteCount(quotes.length)}</span>
        </span>
      }
      actions={
        request.status === "open" ? (
          <WriteButton write={{ method: "DELETE", path }} label={t.financing.withdraw} />
        ) : undefined
      }
    >
      <Facts
        items={[
          [
            t.desk.certificatePart,
            <CertificateLink key="certificate" certificate={request.certificate} />,
          ],
          [t.common.obligor, nameOf(request.obligor)],
          [t.common.dueDate, <DueDate key="due" date={request.dueDate} />],
          [t.financing.requested, request.requestedAt.slice(0, 10)],
        ]}
      />
      {quotes.length === 0 ? (
        <p className="empty">{t.financing.noQuotes}</p>
      ) : (
        <QuoteComparison quotes={quotes} />
      )}
    </Card>
  );
}
