import { type FormEvent, useState } from "react";
import { useWrite } from "../../api/useWrite.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { Checks } from "../members/Checks.tsx";
import { ShownKey } from "./ShownKey.tsx";

const lifetimes = ["90", "365", ""] as const;

/** Asks what a new key is to be, makes it, and shows it this one time. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const making = useWrite<{ readonly key?: string }>();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>(["read"]);
  const [days, setDays] = useState<string>("365");
  const [addresses, setAddresses] = useState("");
  const own = (["read", "write", "administer"] as const)
    .filter((scope) => me?.scopes.includes(scope))
    .map((scope) => [scope, t.keys.scope[scope]] as const);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    const lines = addresses.split(/[\s,]+/).filter((each) => each !== "");
    const asked = { name, scopes, addresses: lines, ...(days === "" ? {} : { expiresAt }) };
    making.mutate({ path: "/v1/api-keys", body: asked });
  };
  const made = making.data?.key;
  return (
    <Dialog title={made === undefined ? t.keys.newKey : t.keys.made} onClose={onClose}>
      {made !== undefined ? (
        <ShownKey text={made} />
      ) : (
        <form className="form" onSubmit={send}>
          <Field label={t.keys.name} hint={t.keys.nameHint}>
            <input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Checks label={t.keys.scopes} options={own} chosen={scopes} onChange={setScopes} />
          <Field label={t.keys.expiresChoice}>
            <select value={days} onChange={(event) => setDays(event.target.value)}>
              {lifetimes.map((each) => (
                <option key={each} value={each}>
                  {each === "" ? t.keys.never : t.keys.inDays(Number(each))}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t.keys.addresses} hint={t.keys.addressesHint}>
            <textarea
              rows={2}
              value={addresses}
              onChange={(event) => setAddresses(event.target.value)}
            />
          </Field>
          <Problem error={making.error} />
          <div className="form-actions">
            <button type="button" className="button" onClick={onClose}>
              {t.common.cancel}
            </button>
            <button
              type="submit"
              className="button button-primary"
              disabled={name.trim() === "" || scopes.length === 0 || making.isPending}
            >
              {t.keys.newKey}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
