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

/** Who promised what to whom, and whether it still stands. */
export function ProvenanceSummary({
  certificate,
  block,
}: {
  readonly certificate: CertificateDetail;
  readonly block: number | undefined;
}) {
  const { t, nameOf } = useLanguage();
  const { currency, receivableSummary: receivable } = certificate;
  const live = certificate.valueMinor !== "0";
  const confirmed = receivable.confirmedAt && ledgerDay.of(receivable.confirmedAt);
  return (
    <Card>
      <div className="row-between">
        <Figure label={`${t.certificateName} ${certificate.receivable}-${certificate.serial}`}>
          <Amount minor={certificate.valueMinor} currency={currency} />
        </Figure>
        <span className="row">
          <Chip tone={live ? "good" : "plain"}>
            {live ? t.sharedView.live : t.sharedView.spentChip}
          </Chip>
          <Tier tier={certificate.tier} />
          <Flags flags={certificate.flags} />
          {receivable.overdue && <Chip tone="bad">{t.holdings.overdue}</Chip>}
        </span>
      </div>
      <Facts
        items={[
          [t.sharedView.issuer, <strong key="issuer">{nameOf(certificate.obligor)}</strong>],
          [
            t.sharedView.promise,
            <span key="promise" className="figure">
              <Amount minor={receivable.amountMinor} currency={currency} />
              <span className="faint">
                {!confirmed ? t.sharedView.unconfirmed : t.sharedView.promised(confirmed)}
              </span>
            </span>,
          ],
          [t.common.dueDate, <DueDate key="due" date={certificate.dueDate} live={live} />],
          [t.common.holder, nameOf(certificate.holder)],
          [t.common.creditor, nameOf(receivable.creditor)],
          [
            t.sharedView.documents,
            <span key="root" className="mono">
              {receivable.documentRoot}
            </span>,
          ],
          ...(block === undefined ? [] : [[t.sharedView.block, block] as const]),
        ]}
      />
    </Card>
  );
}
