import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Lien } from "../../api/lien.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Problem } from "../../components/Problem.tsx";
import { ReceiptLink } from "../../components/ReceiptLink.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { LienActions } from "./LienActions.tsx";
import { LienAmount } from "./LienAmount.tsx";
import { LienState } from "./LienState.tsx";

export type LienSide = "secured" | "custodian" | "debtor" | "obligor";

function Pledged({ asset, token }: Lien) {
  return asset === "certificate" ? (
    <CertificateLink certificate={token} />
  ) : (
    <ReceiptLink receipt={token} />
  );
}

/** Liens that a member is on one side of; all that it may see without a side. */
export function LienCard({ side }: { readonly side?: LienSide }) {
  const { t, nameOf } = useLanguage();
  const role = side === undefined ? "" : `role=${side}&`;
  const liens = useRead<Page<Lien>>(`/v1/liens?${role}limit=200`);
  return (
    <Card title={side === undefined ? t.nav.liens : t.liens.sides[side]} flush>
      <Problem error={liens.error} />
      <Table
        items={liens.data?.items}
        keyOf={({ lien }) => lien}
        empty={t.liens.empty}
        columns={[
          { label: t.liens.pledged, cell: (lien) => <Pledged {...lien} /> },
          { label: t.liens.debtor, cell: ({ debtor }) => nameOf(debtor) },
          { label: t.liens.securedParty, cell: ({ securedParty }) => nameOf(securedParty) },
          { label: t.liens.debt, cell: ({ debt }) => <span className="clip">{debt}</span> },
          { label: t.liens.until, cell: ({ expiresAt }) => ledgerDay.of(expiresAt) },
          { label: t.common.state, cell: (lien) => <LienState lien={lien} /> },
          { label: t.liens.encumbers, right: true, cell: (lien) => <LienAmount lien={lien} /> },
          { label: t.today.act, right: true, cell: (lien) => <LienActions lien={lien} /> },
        ]}
      />
    </Card>
  );
}
