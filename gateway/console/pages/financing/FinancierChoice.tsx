import type { MemberRef, Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** Whom to ask; nobody chosen means everybody. */
export function FinancierChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}) {
  const { t, nameOf } = useLanguage();
  const { me } = useSession();
  const financiers = useRead<Page<MemberRef>>("/v1/members?role=financier&limit=100");
  const choices = financiers.data?.items.filter(({ memberId }) => memberId !== me?.memberId) ?? [];
  const toggle = (member: number) =>
    onChange(
      chosen.includes(member) ? chosen.filter((each) => each !== member) : [...chosen, member],
    );
  return (
    <fieldset className="checks">
      <legend>{t.financing.ask}</legend>
      {choices.map((member) => (
        <label key={member.memberId}>
          <input
            type="checkbox"
            checked={chosen.includes(member.memberId)}
            onChange={() => toggle(member.memberId)}
          />
          {nameOf(member)}
        </label>
      ))}
      {chosen.length === 0 && <small className="faint">{t.financing.askAll}</small>}
    </fieldset>
  );
}
