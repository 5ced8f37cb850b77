import type { MemberRef, Page } from "../api/page.ts";
import { useRead } from "../api/useRead.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** A choice among members of one role. */
export function MemberSelect({
  memberRole,
  value,
  onChange,
  without,
}: {
  readonly memberRole: string;
  readonly value: number | undefined;
  readonly onChange: (member: number) => void;
  readonly without?: readonly number[];
}) {
  const { nameOf } = useLanguage();
  const members = useRead<Page<MemberRef>>(`/v1/members?role=${memberRole}&limit=200`);
  const choices = members.data?.items.filter(({ memberId }) => !without?.includes(memberId)) ?? [];
  return (
    <select
      required
      value={value ?? ""}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    >
      <option value="" disabled />
      {choices.map((member) => (
        <option key={member.memberId} value={member.memberId}>
          {nameOf(member)}
        </option>
      ))}
    </select>
  );
}
