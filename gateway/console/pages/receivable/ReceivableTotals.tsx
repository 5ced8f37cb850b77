import type { ReceivableItem } from "../../api/receivable.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { DueDate } from "../../components/DueDate.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Figure } from "../../components/Figure.tsx";
import { ReceivableState } from "../../components/ReceivableState.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ShareBar } from "./ShareBar.tsx";

/** The receivable's amount and how much of it is live, paid and retired. */
export function ReceivableTotals({ receivable }: { readonly receivable: ReceivableItem }) {
  const { t } = useLanguage();
  const { currency } = receivable;
  const parts = [
    { name: "live", minor: receivable.liveMinor, label: t.receivable.live },
    { name: "settled", minor: receivable.settledMinor, label: t.receivable.settled },
    { name: "retired", minor: receivable.retiredMinor, label: t.receivable.retired },
  ] as const;
  const open = ["registered", "confirmed", "accepted"].includes(receivable.state);
  return (
    <Card>
      <div className="row-between">
        <Figure label={t.common.amount}>
          <Amount minor={receivable.amountMinor} currency={currency} />
        </Figure>
        <ReceivableState {...receivable} />
      </div>
      {receivable.rootCertificate !== null && <ShareBar parts={parts} />}
      <Facts
        items={[
          [t.common.dueDate, <DueDate key="due" date={receivable.dueDate} live={open} />],
          ...parts.map(
            ({ label, minor, name }) =>
              [label, <Amount key={name} minor={minor} currency={currency} />] as const,
          ),
          ...(receivable.waitingMinor === "0"
            ? []
            : [
                [
                  t.receivable.waiting,
                  <Amount key="waiting" minor={receivable.waitingMinor} currency={currency} />,
                ] as const,
              ]),
        ]}
      />
    </Card>
  );
}
