import { useState } from "react";
import type { Lien } from "../../api/lien.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { localNow } from "../financing/localNow.ts";
import { TextField } from "../members/TextField.tsx";
import { LienAmount } from "./LienAmount.tsx";

/** The secured party accepts a pledge, or records its registration; a certificate's pledge exists only with it. */
export function AcceptDialog({
  lien,
  step,
  onClose,
}: {
  readonly lien: Lien;
  readonly step: "accept" | "register";
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [number, setNumber] = useState("");
  const [at, setAt] = useState(localNow);
  const named = number.trim() !== "" && at !== "";
  const registration = { number: number.trim(), registeredAt: new Date(at || 0).toISOString() };
  const write =
    step === "register"
      ? { path: `/v1/liens/${lien.lien}/registration`, body: registration }
      : { path: `/v1/liens/${lien.lien}/acceptance`, body: named ? { registration } : {} };
  const needed = step === "register";
  return (
    <Dialog title={t.liens[step]} onClose={onClose}>
      <WriteForm
        write={named || !needed ? write : undefined}
        submit={t.liens[step]}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">
          {lien.asset === "certificate" ? t.liens.certificateHint : t.liens.goodsHint}
        </p>
        <p>
          <LienAmount lien={lien} />
        </p>
        <TextField
          label={t.financing.registryNumber}
          required={needed}
          value={number}
          onChange={setNumber}
        />
        <Field label={t.financing.registeredAt}>
          <input
            type="datetime-local"
            required={needed}
            value={at}
            onChange={({ currentTarget }) => setAt(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
