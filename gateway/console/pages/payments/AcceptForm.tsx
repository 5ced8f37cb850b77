import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Instruction } from "../../api/payment.ts";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The bank takes an instruction on for a value date. */
export function AcceptForm({
  instruction,
  onDone,
}: {
  readonly instruction: Instruction;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const [valueDate, setValueDate] = useState(ledgerDay.date());
  const path = `/v1/payment-instructions/${instruction.instruction}/acceptance`;
  return (
    <WriteForm
      write={valueDate === "" ? undefined : { path, body: { valueDate } }}
      submit={t.payments.accept}
      onDone={onDone}
    >
      <h3>{t.payments.acceptTitle}</h3>
      <Field label={t.payments.valueDate} hint={t.payments.acceptHint}>
        <input
          type="date"
          required
          value={valueDate}
          onChange={({ currentTarget }) => setValueDate(currentTarget.value)}
        />
      </Field>
    </WriteForm>
  );
}
