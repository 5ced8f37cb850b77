import { useState } from "react";
import { Card } from "../../components/Card.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { certificateOf } from "./certificateOf.ts";

/** One legal account proposes a freeze or a release by a document. */
export function ProposeCard() {
  const { t } = useLanguage();
  const [act, setAct] = useState<"freeze" | "release">("freeze");
  const [text, setText] = useState("");
  const [documentDigest, setDigest] = useState<string>();
  // Another key makes the fields empty again after a proposal.
  const [round, setRound] = useState(0);
  const certificate = certificateOf(text);
  const ready = certificate !== undefined && documentDigest !== undefined;
  const done = () => {
    setText("");
    setDigest(undefined);
    setRound(round + 1);
  };
  return (
    <Card title={t.freezes.propose}>
      <WriteForm
        key={round}
        write={
          ready
            ? {
                path: `/v1/certificates/${certificate}/freeze-proposals`,
                body: { freeze: act === "freeze", documentDigest },
              }
            : undefined
        }
        submit={t.freezes.propose}
        onDone={done}
      >
        <Choice
          label={t.freezes.act}
          options={[
            ["freeze", t.freezes.freeze],
            ["release", t.freezes.release],
          ]}
          value={act}
          onChange={setAct}
        />
        <Field label={t.freezes.certificate} hint={t.freezes.certificateHint}>
          <input
            required
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Field>
        <FileDigest label={t.freezes.order} onChange={setDigest} />
      </WriteForm>
    </Card>
  );
}
