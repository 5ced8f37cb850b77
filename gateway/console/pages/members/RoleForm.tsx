import { useState } from "react";
import type { MemberItem } from "../../api/member.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Checks } from "./Checks.tsx";
import { SelectField } from "./SelectField.tsx";
import { TextField } from "./TextField.tsx";
import { wordsOf } from "./wordsOf.ts";

/** The operator says what a member may do, and how large it is. */
export function RoleForm({
  member,
  onDone,
}: {
  readonly member: MemberItem;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const [roles, setRoles] = useState<readonly string[]>(member.roles);
  const [licence, setLicence] = useState("");
  const [size, setSize] = useState(member.size);
  const path = `/v1/members/${member.memberId}`;
  const text = licence.trim();
  const body = { roles, ...(text === "" ? {} : { licence: text }) };
  return (
    <>
      <WriteForm
        write={roles.length === 0 ? undefined : { method: "PUT", path: `${path}/roles`, body }}
        submit={t.members.saveRoles}
        onDone={onDone}
      >
        <Checks
          label={t.members.roles}
          options={wordsOf<string>(t.roles)}
          chosen={roles}
          onChange={setRoles}
        />
        <TextField
          label={t.members.licence}
          hint={t.members.licenceHint}
          value={licence}
          onChange={setLicence}
          required={false}
        />
      </WriteForm>
      <WriteForm
        write={{ method: "PUT", path: `${path}/size`, body: { size } }}
        submit={t.members.saveSize}
        onDone={onDone}
      >
        <SelectField
          label={t.members.size}
          options={wordsOf<string>(t.members.sizes)}
          value={size}
          onChange={setSize}
        />
      </WriteForm>
    </>
  );
}
