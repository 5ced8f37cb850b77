import type { ReactNode } from "react";
import type { Freeze } from "../../api/freeze.ts";
import { Amount } from "../../components/Amount.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Freezes and releases with who proposed and who confirmed. */
export function FreezeTable({
  items,
  empty,
  action,
}: {
  readonly items: readonly Freeze[] | undefined;
  readonly empty: string;
  readonly action?: (freeze: Freeze) => ReactNode;
}) {
  const { t, nameOf } = useLanguage();
  return (
    <Table
      items={items}
      keyOf={({ freeze }) => freeze}
      empty={empty}
      columns={[
        {
          label: t.desk.certificatePart,
          cell: ({ certificate }) => <CertificateLink certificate={certificate} />,
        },
        {
          label: t.freezes.act,
          cell: ({ freezes, state }) => (
            <span className="row">
              <Chip tone={freezes ? "bad" : "good"}>
                {freezes ? t.freezes.freeze : t.freezes.release}
              </Chip>
              <Chip tone={state === "confirmed" ? "plain" : "warn"}>{t.freezes[state]}</Chip>
            </span>
          ),
        },
        { label: t.common.holder, cell: ({ holder }) => nameOf(holder) },
        {
          label: t.desk.proposedBy,
          cell: ({ proposedBy, proposedAt }) => (
            <span className="stack-tight">
              {nameOf(proposedBy)}
              <span className="faint">{proposedAt.slice(0, 10)}</span>
            </span>
          ),
        },
        {
          label: t.desk.confirmedBy,
          cell: ({ confirmedBy, confirmedAt }) =>
            confirmedBy === null ? (
              "–"
            ) : (
              <span className="stack-tight">
                {nameOf(confirmedBy)}
                <span className="faint">{confirmedAt?.slice(0, 10)}</span>
              </span>
            ),
        },
        {
          label: t.common.amount,
          right: true,
          cell: ({ valueMinor, currency }) => <Amount minor={valueMinor} currency={currency} />,
        },
        ...(action === undefined ? [] : [{ label: t.desk.action, right: true, cell: action }]),
      ]}
    />
  );
}
