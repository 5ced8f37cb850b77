import { useState } from "react";
import type { Financing } from "../../api/financing.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { localNow } from "./localNow.ts";

/** The financier records the assignment's registration; the payment is instructed with it. */
export function RegisterDialog({
  financing,
  onClose,
}: {
  readonly financing: Financing;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [number, setNumber] = useState("");
  const [at, setAt] = useState(localNow);
  const ready = number.trim() !== "" && at !== "";
  const body = () => ({
    registryNumber: number.trim(),
    registeredAt: new Date(at).toISOString(),
  });
  const path = `/v1/financings/${financing.financing}/registration`;
  return (
    <Dialog title={t.financing.register} onClose={onClose}>
      <WriteForm
        write={ready ? { path, body: body() } : undefined}
        submit={t.financing.register}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{t.financing.registerHint}</p>
        <Field label={t.financing.registryNumber}>
          <input
            required
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          />
        </Field>
        <Field label={t.financing.registeredAt}>
          <input
            type="datetime-local"
            required
            value={at}
            onChange={({ currentTarget }) => setAt(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
