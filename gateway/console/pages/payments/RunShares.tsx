import { useState } from "react";
import type { Run } from "../../api/payment.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { DistributeButton } from "./DistributeButton.tsx";
import { sharesOf } from "./sharesOf.ts";
import { UndeliveredForm } from "./UndeliveredForm.tsx";

/** Shares that a settlement run paid; its bank says here which one it can't credit. */
export function RunShares({
  number,
  isBank,
}: {
  readonly number: string;
  readonly isBank: boolean;
}) {
  const { t, nameOf } = useLanguage();
  const run = useRead<Run>(`/v1/settlement-runs/${number}`);
  const [leg, setLeg] = useState<string>();
  const states: Readonly<Record<string, string>> = t.payments.shareStates;
  const currency = run.data?.currency ?? "CNY";
  return (
    <section className="stack">
      <h3>
        {t.payments.run} #{number}
      </h3>
      <Problem error={run.error} />
      {run.data?.open === true && <DistributeButton receivable={run.data.receivable} />}
      {run.data !== undefined && run.data.legs.length > 0 && (
        <div className="shares">
          <Table
            items={sharesOf(run.data)}
            keyOf={({ certificate, state }) => `${certificate}-${state}`}
            columns={[
              {
                label: t.desk.certificatePart,
                cell: ({ certificate }) => <CertificateLink certificate={certificate} />,
              },
              { label: t.payments.payee, cell: ({ payee }) => nameOf(payee) },
              { label: t.common.state, cell: ({ state }) => states[state] ?? state },
              {
                label: t.payments.paidPart,
                right: true,
                cell: ({ toPayeeMinor }) => <Amount minor={toPayeeMinor} currency={currency} />,
              },
              ...(isBank
                ? [
                    {
                      label: t.desk.action,
                      right: true,
                      cell: ({ certificate, state }: Run["legs"][number]) =>
                        state === "settled" && (
                          <button
                            type="button"
                            className="button button-small button-danger"
                            onClick={() => setLeg(certificate)}
                          >
                            {t.payments.cannotCredit}
                          </button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
      {leg !== undefined && (
        <UndeliveredForm run={number} certificate={leg} onDone={() => setLeg(undefined)} />
      )}
    </section>
  );
}
