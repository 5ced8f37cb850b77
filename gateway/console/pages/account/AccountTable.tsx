import { useState } from "react";
import type { MemberDetail } from "../../api/member.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { AccountActions } from "./AccountActions.tsx";
import { AddAccountDialog } from "./AddAccountDialog.tsx";

/** Accounts that act for the member, or soon will. */
export function AccountTable({ member }: { readonly member: MemberDetail }) {
  const { t, language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const accounts = member.accounts.filter(({ revokedAt }) => revokedAt === null);
  return (
    <Card
      title={t.account.accounts}
      flush
      actions={
        <button type="button" className="button button-small" onClick={() => setAdding(true)}>
          {t.account.add}
        </button>
      }
    >
      <Table
        items={accounts}
        keyOf={({ account }) => account}
        columns={[
          {
            label: t.account.address,
            cell: ({ account }) => <span className="mono">{account}</span>,
          },
          {
            label: t.common.state,
            cell: ({ account, active }) => (
              <span className="row">
                <Chip tone={active ? "good" : "warn"}>
                  {active ? t.account.active : t.account.pending}
                </Chip>
                {account === member.primaryAccount && <Chip tone="info">{t.account.primary}</Chip>}
              </span>
            ),
          },
          {
            label: t.account.activeFrom,
            cell: ({ activeFrom }) =>
              new Date(activeFrom).toLocaleString(language, {
                dateStyle: "medium",
                timeStyle: "short",
              }),
          },
          {
            label: t.today.act,
            right: true,
            cell: (account) => <AccountActions account={account} member={member} />,
          },
        ]}
      />
      {adding && <AddAccountDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}
