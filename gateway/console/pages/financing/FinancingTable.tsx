import type { ReactNode } from "react";
import type { Financing } from "../../api/financing.ts";
import { Amount } from "../../components/Amount.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FinancingState } from "./FinancingState.tsx";

/** Financings with how they stand; `other` is the party across. */
export function FinancingTable({
  items,
  other,
  empty,
  action,
}: {
  readonly items: readonly Financing[] | undefined;
  readonly other: "holder" | "financier";
  readonly empty: string;
  readonly action?: (financing: Financing) => ReactNode;
}) {
  const { t, nameOf } = useLanguage();
  const money = (minor: string, currency: string) => <Amount minor={minor} currency={currency} />;
  return (
    <Table
      items={items}
      keyOf={({ financing }) => financing}
      empty={empty}
      columns={[
        {
          label: t.desk.certificatePart,
          cell: ({ child, certificate }) => <CertificateLink certificate={child ?? certificate} />,
        },
        {
          label: other === "holder" ? t.common.holder : t.roles.financier,
          cell: (item) => nameOf(item[other]),
        },
        { label: t.common.obligor, cell: ({ obligor }) => nameOf(obligor) },
        {
          label: t.common.state,
          cell: ({ state, registryNumber }) => (
            <span className="figure">
              <FinancingState state={state} />
              {registryNumber !== null && (
                <span className="faint clip">{registryNumber.slice(0, 18)}</span>
              )}
            </span>
          ),
        },
        {
          label: t.financing.recourse,
          cell: ({ recourse }) =>
            recourse ? t.financing.withRecourse : t.financing.withoutRecourse,
        },
        {
          label: t.financing.face,
          right: true,
          cell: ({ valueMinor, currency }) => money(valueMinor, currency),
        },
        {
          label: other === "holder" ? t.financing.principalOfFinancier : t.financing.principal,
          right: true,
          cell: ({ principalMinor, currency }) => money(principalMinor, currency),
        },
        ...(action === undefined ? [] : [{ label: t.desk.action, right: true, cell: action }]),
      ]}
    />
  );
}
