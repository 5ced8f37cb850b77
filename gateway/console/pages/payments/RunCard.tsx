import { type FormEvent, useState } from "react";
import type { Run } from "../../api/payment.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { UndeliveredDialog } from "./UndeliveredDialog.tsx";

/** Shares that a settlement run paid; one that can't be credited is said so here. */
export function RunCard() {
  const { t, nameOf } = useLanguage();
  const [typed, setTyped] = useState("");
  const [number, setNumber] = useState<string>();
  const [leg, setLeg] = useState<string>();
  const run = useRead<Run>(number === undefined ? undefined : `/v1/settlement-runs/${number}`);
  const states: Readonly<Record<string, string>> = t.payments.shareStates;
  const look = (event: FormEvent) => {
    event.preventDefault();
    setNumber(typed.trim());
  };
  const currency = run.data?.currency ?? "CNY";
  const finder = (
    <form className="row" onSubmit={look}>
      <input
        className="input-short"
        required
        inputMode="numeric"
        pattern="[0-9]+"
        aria-label={t.payments.runNumber}
        placeholder={t.payments.runNumber}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" className="button button-small">
        {t.payments.look}
      </button>
    </form>
  );
  return (
    <Card title={t.payments.runTitle} actions={finder} flush>
      <Problem error={run.error} />
      <Table
        items={run.data?.legs ?? []}
        keyOf={({ certificate }) => certificate}
        empty={t.payments.undeliveredHint}
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
          {
            label: t.desk.action,
            right: true,
            cell: ({ certificate, state }) =>
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
        ]}
      />
      {leg !== undefined && number !== undefined && (
        <UndeliveredDialog run={number} certificate={leg} onClose={() => setLeg(undefined)} />
      )}
    </Card>
  );
}
