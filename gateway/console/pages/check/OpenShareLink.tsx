import { useState } from "react";
import { useNavigate } from "react-router";
import { Card } from "../../components/Card.tsx";
import { Field } from "../../components/Field.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Opens what a holder sent: a link or only its code. */
export function OpenShareLink() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const code = text.trim().split("/").at(-1) ?? "";
  return (
    <Card title={t.check.shared}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(`/shared/${encodeURIComponent(code)}`);
        }}
      >
        <Field label={t.check.link}>
          <input
            required
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button" disabled={code === ""}>
            {t.check.openLink}
          </button>
        </div>
      </form>
    </Card>
  );
}
