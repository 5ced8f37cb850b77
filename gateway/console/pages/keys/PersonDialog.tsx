import { useState } from "react";
import type { People, Person } from "../../api/person.ts";
import type { Write } from "../../api/useWrite.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Checks } from "../members/Checks.tsx";
import { wordsOf } from "../members/wordsOf.ts";

/** Names a person, or changes one: what for, and whether still. */
export function PersonDialog({
  person,
  issuers,
  onClose,
}: {
  readonly person: Person | undefined;
  readonly issuers: People["issuers"];
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [name, setName] = useState(person?.name ?? "");
  const [issuer, setIssuer] = useState(issuers[0]?.name ?? "");
  const [subject, setSubject] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>(person?.scopes ?? ["read"]);
  const [active, setActive] = useState(person?.active ?? true);
  const isWhole = name.trim() !== "" && scopes.length > 0;
  const write: Write | undefined =
    person !== undefined
      ? { method: "PUT", path: `/v1/people/${person.personId}`, body: { name, scopes, active } }
      : { path: "/v1/people", body: { issuer, subject: subject.trim(), name, scopes } };
  const title = person === undefined ? t.keys.addPerson : t.keys.change;
  const canSend = isWhole && (person !== undefined || subject.trim() !== "");
  return (
    <Dialog title={title} onClose={onClose}>
      <WriteForm write={canSend ? write : undefined} submit={t.keys.save} onDone={onClose}>
        <Field label={t.keys.name}>
          <input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        {person === undefined && (
          <>
            <Field label={t.keys.issuer}>
              <select value={issuer} onChange={(event) => setIssuer(event.target.value)}>
                {issuers.map((each) => (
                  <option key={each.name} value={each.name}>
                    {each.title}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={t.keys.subject} hint={t.keys.subjectHint}>
              <input value={subject} onChange={(event) => setSubject(event.target.value)} />
            </Field>
          </>
        )}
        <Checks
          label={t.keys.scopes}
          options={wordsOf<string>(t.keys.scope)}
          chosen={scopes}
          onChange={setScopes}
        />
        {person !== undefined && (
          <Checks
            label={t.common.state}
            options={[["active", t.keys.mayAct]]}
            chosen={active ? ["active"] : []}
            onChange={(chosen) => setActive(chosen.length > 0)}
          />
        )}
      </WriteForm>
    </Dialog>
  );
}
