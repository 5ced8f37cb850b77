import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { MemberDetail } from "../../api/member.ts";
import { Card } from "../../components/Card.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Facts } from "../../components/Facts.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SettlementAccountForm } from "./SettlementAccountForm.tsx";

/** Where the member is paid, and a change that waits. */
export function SettlementAccountCard({ member }: { readonly member: MemberDetail }) {
  const { t } = useLanguage();
  const [changing, setChanging] = useState(false);
  const { bank, number, pending } = member.settlementAccount;
  return (
    <Card
      title={t.account.settlement}
      actions={
        <button type="button" className="button button-small" onClick={() => setChanging(true)}>
          {t.account.change}
        </button>
      }
    >
      {bank === null ? (
        <p className="soft">{t.account.settlementNone}</p>
      ) : (
        <Facts
          items={[
            [t.account.bank, bank],
            [t.account.bankNumber, number],
          ]}
        />
      )}
      {pending !== null && (
        <div className="notice notice-warn">
          <span>{`${t.account.changePending}: ${ledgerDay.of(pending.activeFrom)}`}</span>
          <WriteButton
            write={{ path: "/v1/settlement-account/confirmation" }}
            label={t.account.confirm}
          />
        </div>
      )}
      {changing && (
        <Dialog title={t.account.settlement} onClose={() => setChanging(false)}>
          <SettlementAccountForm onDone={() => setChanging(false)} />
        </Dialog>
      )}
    </Card>
  );
}
