import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { RegistrationFields } from "./RegistrationFields.tsx";
import { RegistrationTotal } from "./RegistrationTotal.tsx";
import { type RegistrationDraft, registrationDraft } from "./registrationDraft.ts";
import { writeOfRegistration } from "./writeOfRegistration.ts";

/** A supplier registers what it delivered and invoiced. */
export function RegisterDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const [draft, setDraft] = useState<RegistrationDraft>(registrationDraft.empty);
  const write = me ? writeOfRegistration(draft, me.memberId) : undefined;
  return (
    <Dialog title={t.receivables.register} onClose={onClose}>
      <WriteForm write={write} submit={t.receivables.register} onDone={onClose} onCancel={onClose}>
        <RegistrationFields draft={draft} onChange={setDraft} />
        <RegistrationTotal write={write} />
      </WriteForm>
    </Dialog>
  );
}
