import { useState } from "react";
import type { MemberRef } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Choice } from "../../components/Choice.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** A member of the demonstration and what it does all day. */
interface DemoMember extends MemberRef {
  readonly roles: readonly string[];
  readonly sentence: string;
  readonly sentenceZh: string;
}

/** Two of a member's people are enough to see that one can't do everything alone. */
const people = ["first person", "second person"] as const;

function initials(name: string): string {
  return /[一-鿿]/.test(name) ? name.slice(0, 2) : name.replace(/[^A-Z]/g, "").slice(0, 2);
}

/** Who takes part in the demonstration, as cards to sign in with. */
export function DemoMembers() {
  const { t, language, nameOf } = useLanguage();
  const { signIn } = useSession();
  const members = useRead<{ readonly items: readonly DemoMember[] }>("/v1/demo/members", 60_000);
  const [person, setPerson] = useState<(typeof people)[number]>("first person");
  const [error, setError] = useState<Error>();
  return (
    <>
      <div className="row-between">
        <h2>{t.session.choose}</h2>
        <Choice
          label={t.work.person}
          options={people.map((each) => [each, t.work.people[each]])}
          value={person}
          onChange={setPerson}
        />
      </div>
      <Problem error={error ?? members.error} />
      <div className="grid">
        {members.data?.items.map((member) => (
          <button
            key={member.memberId}
            type="button"
            className="person"
            onClick={() => signIn(String(member.memberId), person).catch(setError)}
          >
            <span className="badge">{initials(nameOf(member))}</span>
            <strong>{nameOf(member)}</strong>
            <span className="faint">{language === "zh" ? member.sentenceZh : member.sentence}</span>
          </button>
        ))}
      </div>
    </>
  );
}
