import { useState } from "react";
import type { MemberItem } from "../../api/member.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { AdmitDialog } from "./AdmitDialog.tsx";
import { MemberDialog } from "./MemberDialog.tsx";
import { MembersTable } from "./MembersTable.tsx";
import { Recoveries } from "./Recoveries.tsx";
import { wordsOf } from "./wordsOf.ts";

/** Who takes part; the operator admits, suspends and governs, others look. */
export function MembersPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const governs = me?.roles.includes("operator") ?? false;
  const [search, setSearch] = useState("");
  const [role, setRole] = useState("");
  const [admitting, setAdmitting] = useState(false);
  const [managed, setManaged] = useState<MemberItem>();
  const filter = new URLSearchParams({
    limit: "200",
    ...(search.trim() === "" ? {} : { q: search.trim() }),
    ...(role === "" ? {} : { role }),
  });
  const members = useRead<Page<MemberItem>>(`/v1/members?${filter}`);
  const admit = (
    <button type="button" className="button button-primary" onClick={() => setAdmitting(true)}>
      {t.members.admit}
    </button>
  );
  return (
    <>
      <PageHead
        title={t.nav.members}
        lead={t.members.lead}
        actions={
          <>
            <ExportLink path="/v1/members" />
            {governs && admit}
          </>
        }
      />
      <Problem error={members.error} />
      <Card flush>
        <div className="filters">
          <input
            type="search"
            aria-label={t.members.search}
            placeholder={t.members.search}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <select
            aria-label={t.members.roles}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value)}
          >
            <option value="">{t.members.anyRole}</option>
            {wordsOf(t.roles).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <MembersTable items={members.data?.items} onManage={governs ? setManaged : undefined} />
      </Card>
      <Recoveries mayAct={governs} />
      {admitting && (
        <AdmitDialog members={members.data?.items ?? []} onClose={() => setAdmitting(false)} />
      )}
      {managed !== undefined && (
        <MemberDialog member={managed} onClose={() => setManaged(undefined)} />
      )}
    </>
  );
}
