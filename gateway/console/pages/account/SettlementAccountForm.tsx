import { useState } from "react";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Another bank account; only its salted digest goes onto the ledger. */
export function SettlementAccountForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLanguage();
  const [bank, setBank] = useState("");
  const [number, setNumber] = useState("");
  const ready = bank.trim() !== "" && number.trim() !== "";
  const body = { bank: bank.trim(), number: number.trim() };
  return (
    <WriteForm
      submit={t.account.change}
      onDone={onDone}
      onCancel={onDone}
      write={ready ? { method: "PUT", path: "/v1/settlement-account", body } : undefined}
    >
      <Field label={t.account.bank}>
        <input
          required
          value={bank}
          onChange={({ currentTarget }) => setBank(currentTarget.value)}
        />
      </Field>
      <Field label={t.account.bankNumber}>
        <input
          required
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </Field>
    </WriteForm>
  );
}
