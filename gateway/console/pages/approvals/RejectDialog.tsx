import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Turns a colleague's write down; it is told why. */
export function RejectDialog({
  path,
  onClose,
}: {
  readonly path: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [reason, setReason] = useState("");
  return (
    <Dialog title={t.work.reject} onClose={onClose}>
      <WriteForm
        write={reason.trim() === "" ? undefined : { path: `${path}/rejection`, body: { reason } }}
        submit={t.work.reject}
        onDone={onClose}
        danger
      >
        <Field label={t.common.reason} hint={t.work.rejectHint}>
          <textarea
            required
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
