import type { CertificateDetail } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Figure } from "../../components/Figure.tsx";
import { Flags } from "../../components/Flags.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The first look at a certificate: value, tier, due date, issuer and confirmation. */
export function CertificateSummary({ certificate }: { readonly certificate: CertificateDetail }) {
  const { t, nameOf } = useLanguage();
  const { currency, receivableSummary: receivable } = certificate;
  return (
    <Card>
      <div className="row-between">
        <Figure label={t.common.amount}>
          <Amount minor={certificate.valueMinor} currency={currency} />
        </Figure>
        <span className="row">
          <Tier tier={certificate.tier} />
          <Flags flags={certificate.flags} />
          {receivable.overdue && <Chip tone="bad">{t.holdings.overdue}</Chip>}
        </span>
      </div>
      <Facts
        items={[
          [t.common.obligor, nameOf(certificate.obligor)],
          [t.common.holder, nameOf(certificate.holder)],
          [t.common.creditor, nameOf(receivable.creditor)],
          [t.common.dueDate, <DueDate key="due" date={certificate.dueDate} />],
          [
            t.holdings.confirmed,
            <>
              <Amount minor={receivable.amountMinor} currency={currency} />{" "}
              <span className="faint">
                {receivable.confirmedAt && ledgerDay.of(receivable.confirmedAt)}
              </span>
            </>,
          ],
          [
            t.certificate.free,
            <Amount key="free" minor={certificate.freeMinor} currency={currency} />,
          ],
          [
            t.certificate.held,
            <Amount key="held" minor={certificate.heldMinor} currency={currency} />,
          ],
          [
            t.holdings.documentRoot,
            <span key="root" className="mono">
              {receivable.documentRoot.slice(0, 14)}…
            </span>,
          ],
        ]}
      />
    </Card>
  );
}
