import type { MemberRef, Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A member to narrow a list by, or everybody. */
export function CounterpartySelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (member: string) => void;
}) {
  const { t, nameOf } = useLanguage();
  const members = useRead<Page<MemberRef>>("/v1/members?limit=500&sort=name", 60_000);
  return (
    <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="">{t.work.anyone}</option>
      {members.data?.items.map((member) => (
        <option key={member.memberId} value={member.memberId}>
          {nameOf(member)}
        </option>
      ))}
    </select>
  );
}
