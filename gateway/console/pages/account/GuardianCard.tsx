import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { MemberDetail } from "../../api/member.ts";
import { Card } from "../../components/Card.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Roles whose members stand by when a member lost its keys. */
const guardianRole = "auditor";

/** Who helps when all keys are lost. */
export function GuardianCard({ member }: { readonly member: MemberDetail }) {
  const { t, nameOf } = useLanguage();
  const [changing, setChanging] = useState(false);
  const [guardian, setGuardian] = useState<number>();
  const close = () => setChanging(false);
  const { pendingGuardian: pending } = member;
  return (
    <Card
      title={t.account.guardian}
      actions={
        <button type="button" className="button button-small" onClick={() => setChanging(true)}>
          {t.account.change}
        </button>
      }
    >
      <strong>{member.guardian === null ? t.account.guardianNone : nameOf(member.guardian)}</strong>
      <p className="faint">{t.account.guardianHint}</p>
      {pending !== null && (
        <p className="notice notice-warn">
          {`${t.account.changePending}: ${nameOf(pending.guardian)}, ${ledgerDay.of(pending.activeFrom)}`}
        </p>
      )}
      {changing && (
        <Dialog title={t.account.guardian} onClose={close}>
          <WriteForm
            submit={t.account.change}
            onDone={close}
            onCancel={close}
            write={
              guardian === undefined
                ? undefined
                : { method: "PUT", path: "/v1/guardian", body: { guardian } }
            }
          >
            <Field label={t.account.guardian} hint={t.account.guardianHint}>
              <MemberSelect memberRole={guardianRole} value={guardian} onChange={setGuardian} />
            </Field>
          </WriteForm>
        </Dialog>
      )}
    </Card>
  );
}
