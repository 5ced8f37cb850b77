import { id } from "ethers";
import { useState } from "react";
import type { ReceivableItem } from "../../api/receivable.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The supplier says no to a confirmation. */
export function RejectDialog({
  receivable,
  onClose,
}: {
  readonly receivable: ReceivableItem;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [reason, setReason] = useState("");
  const body = reason.trim() === "" ? {} : { reasonDigest: id(reason.trim()) };
  return (
    <Dialog title={t.receivable.reject} onClose={onClose}>
      <WriteForm
        danger
        submit={t.receivable.reject}
        onDone={onClose}
        onCancel={onClose}
        write={{ path: `/v1/receivables/${receivable.receivable}/rejection`, body }}
      >
        <Field label={t.receivable.rejectReason}>
          <input value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
