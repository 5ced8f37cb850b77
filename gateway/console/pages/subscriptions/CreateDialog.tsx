import { type FormEvent, useState } from "react";
import { useWrite } from "../../api/useWrite.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SecretShown } from "./SecretShown.tsx";

function listOf(text: string): string[] {
  return text
    .split(/[,，、\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Where events are posted, which ones; then the secret. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.events;
  const [url, setUrl] = useState("");
  const [names, setNames] = useState("");
  const creating = useWrite<{ readonly secret: string }>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    creating.mutate({ path: "/v1/subscriptions", body: { url, names: listOf(names) } });
  };
  return (
    <Dialog title={words.create} onClose={onClose}>
      {creating.data === undefined ? (
        <form className="form" onSubmit={send}>
          <Field label={words.url} hint={words.urlHint}>
            <input
              type="url"
              required
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          </Field>
          <Field label={words.names} hint={words.namesHint}>
            <input value={names} onChange={(event) => setNames(event.target.value)} />
          </Field>
          <Problem error={creating.error} />
          <div className="form-actions">
            <button type="button" className="button" onClick={onClose}>
              {t.common.cancel}
            </button>
            <button type="submit" className="button button-primary" disabled={creating.isPending}>
              {words.create}
            </button>
          </div>
        </form>
      ) : (
        <SecretShown secret={creating.data.secret} onKept={onClose} />
      )}
    </Dialog>
  );
}
