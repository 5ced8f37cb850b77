import { useState } from "react";
import type { MemberItem } from "../../api/member.ts";
import { Choice } from "../../components/Choice.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { AccountList } from "./AccountList.tsx";
import { CeilingForm } from "./CeilingForm.tsx";
import { RecoveryForm } from "./RecoveryForm.tsx";
import { RoleForm } from "./RoleForm.tsx";
import { SuspensionForm } from "./SuspensionForm.tsx";

/** What the operator governs of a member. */
export function MemberDialog({
  member,
  onClose,
}: {
  readonly member: MemberItem;
  readonly onClose: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const [part, setPart] = useState<"suspend" | "roles" | "ceilings" | "recover">("suspend");
  const form = {
    suspend: <SuspensionForm member={member} onDone={onClose} />,
    roles: <RoleForm member={member} onDone={onClose} />,
    ceilings: <CeilingForm member={member} onDone={onClose} />,
    recover: <RecoveryForm member={member} onDone={onClose} />,
  };
  return (
    <Dialog title={nameOf(member)} onClose={onClose}>
      <AccountList memberId={member.memberId} />
      <Choice
        label={t.members.manage}
        options={[
          ["suspend", t.members.suspend],
          ["roles", t.members.roles],
          ...(member.roles.includes("obligor")
            ? ([["ceilings", t.members.ceilings]] as const)
            : []),
          ["recover", t.members.recover],
        ]}
        value={part}
        onChange={setPart}
      />
      {form[part]}
    </Dialog>
  );
}
