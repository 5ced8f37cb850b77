import { useState } from "react";
import type { Location } from "../../api/location.ts";
import type { MemberItem } from "../../api/member.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SelectField } from "../members/SelectField.tsx";

/** Records who counts a location beside its custodian, and who appointed it. */
export function CounterForm({
  location,
  onDone,
}: {
  readonly location: Location;
  readonly onDone: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const members = useRead<Page<MemberItem>>("/v1/members?limit=200");
  const [counter, setCounter] = useState("");
  const [appointer, setAppointer] = useState("");
  const [document, setDocument] = useState<string>();
  const others = (members.data?.items ?? [])
    .filter(({ memberId }) => memberId !== location.custodian.memberId)
    .map((member) => [String(member.memberId), nameOf(member)] as const);
  const body = {
    counter: counter === "" ? null : Number(counter),
    appointer: Number(appointer),
    document,
  };
  const path = `/v1/locations/${location.location}/counter`;
  const words = t.custodians;
  return (
    <WriteForm
      write={appointer === "" || document === undefined ? undefined : { method: "PUT", path, body }}
      submit={words.saveCounter}
      onDone={onDone}
    >
      <p className="soft">{words.counterHint}</p>
      <div className="form-columns">
        <SelectField
          label={words.who}
          options={[["", t.goods.noCounter], ...others]}
          value={counter}
          onChange={setCounter}
          required={false}
        />
        <SelectField
          label={words.appointer}
          options={[["", ""], ...others]}
          value={appointer}
          onChange={setAppointer}
        />
      </div>
      <FileDigest label={words.appointment} onChange={setDocument} />
    </WriteForm>
  );
}
