import { type FormEvent, useState } from "react";
import { Card } from "../../components/Card.tsx";
import { Field } from "../../components/Field.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** Signs in with an API key or an access token, which this page alone remembers. */
export function TokenCard() {
  const { t } = useLanguage();
  const { signInWithToken } = useSession();
  const [token, setToken] = useState("");
  const [error, setError] = useState<Error>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    signInWithToken(token.trim()).catch(setError);
  };
  return (
    <Card title={t.signIn.token}>
      <form className="form" onSubmit={send}>
        <Field label={t.signIn.tokenField} hint={t.signIn.tokenNote}>
          <input
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        </Field>
        <Problem error={error} />
        <button type="submit" className="button" disabled={token.trim() === ""}>
          {t.signIn.tokenGo}
        </button>
      </form>
    </Card>
  );
}
