import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Adds an account that will act for the member: one of its own, or a key that the gateway keeps. */
export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [account, setAccount] = useState("");
  const body = account.trim() === "" ? {} : { account: account.trim() };
  return (
    <Dialog title={t.account.add} onClose={onClose}>
      <WriteForm
        submit={t.account.add}
        onDone={onClose}
        onCancel={onClose}
        write={{ path: "/v1/accounts", body }}
      >
        <p className="soft">{t.account.addressHint}</p>
        <Field label={t.account.address} hint={t.account.created}>
          <input
            pattern="0x[0-9a-fA-F]{40}"
            placeholder="0x…"
            value={account}
            onChange={({ currentTarget }) => setAccount(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
