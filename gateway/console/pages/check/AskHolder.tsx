import { useState } from "react";
import { Card } from "../../components/Card.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { certificateIdOf } from "./certificateIdOf.ts";

/** Asks a certificate's holder for a look. */
export function AskHolder() {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const certificate = certificateIdOf(text);
  const wrong = text.trim() !== "" && certificate === undefined;
  return (
    <Card title={t.check.ask}>
      <WriteForm
        submit={t.check.ask}
        onDone={() => setAsked(true)}
        write={
          certificate === undefined || note.trim() === ""
            ? undefined
            : {
                path: `/v1/certificates/${certificate}/view-requests`,
                body: { note: note.trim() },
              }
        }
      >
        <Field label={t.check.certificate} hint={wrong ? t.check.wrong : t.check.certificateHint}>
          <input
            required
            aria-invalid={wrong}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Field>
        <Field label={t.check.note}>
          <input
            required
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </Field>
        {asked && <p className="notice notice-good">{t.check.asked}</p>}
      </WriteForm>
    </Card>
  );
}
