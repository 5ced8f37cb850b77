import { useState } from "react";
import type { MemberItem } from "../../api/member.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { type Admission, admission } from "./admission.ts";
import { Checks } from "./Checks.tsx";
import { SelectField } from "./SelectField.tsx";
import { TextField } from "./TextField.tsx";
import { wordsOf } from "./wordsOf.ts";

/** The operator admits a member. */
export function AdmitDialog({
  members,
  onClose,
}: {
  readonly members: readonly MemberItem[];
  readonly onClose: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const [draft, setDraft] = useState<Admission>(admission.empty);
  const set = (changes: Partial<Admission>) => setDraft((before) => ({ ...before, ...changes }));
  const text = (part: "name" | "nameZh" | "identity" | "bank" | "number" | "licence" | "account") =>
    ({ value: draft[part], onChange: (value: string) => set({ [part]: value }) }) as const;
  const body = admission.body(draft);
  const guardians = members.map((member) => [String(member.memberId), nameOf(member)] as const);
  const words = t.members;
  return (
    <Dialog title={words.admit} onClose={onClose}>
      <WriteForm
        write={body === undefined ? undefined : { path: "/v1/members", body }}
        submit={words.admit}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.admitHint}</p>
        <div className="grid">
          <TextField label={words.name} {...text("name")} />
          <TextField label={words.nameZh} {...text("nameZh")} required={false} />
          <SelectField
            label={words.scheme}
            options={wordsOf(words.schemes)}
            value={draft.scheme}
            onChange={(scheme) => set({ scheme })}
          />
          <TextField label={words.identity} {...text("identity")} />
        </div>
        <Checks
          label={words.roles}
          options={wordsOf<string>(t.roles)}
          chosen={draft.roles}
          onChange={(roles) => set({ roles })}
        />
        {admission.needsLicence(draft) && (
          <TextField label={words.licence} hint={words.licenceHint} {...text("licence")} />
        )}
        <div className="grid">
          <SelectField
            label={words.size}
            options={wordsOf<string>(words.sizes)}
            value={draft.size}
            onChange={(size) => set({ size })}
          />
          <SelectField
            label={words.guardian}
            options={[["", t.desk.none], ...guardians]}
            value={draft.guardian}
            onChange={(guardian) => set({ guardian })}
            required={false}
          />
          <TextField label={words.accountBank} {...text("bank")} />
          <TextField label={words.accountNumber} {...text("number")} />
        </div>
        <TextField label={words.account} {...text("account")} required={false} />
      </WriteForm>
    </Dialog>
  );
}
