import { Link } from "react-router";
import type { MemberDetail } from "../../api/member.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { StandingAcceptances } from "../offers/StandingAcceptances.tsx";
import { AccountTable } from "./AccountTable.tsx";
import { GuardianCard } from "./GuardianCard.tsx";
import { MemberFacts } from "./MemberFacts.tsx";
import { RecoveryNotice } from "./RecoveryNotice.tsx";
import { SettlementAccountCard } from "./SettlementAccountCard.tsx";

/** The member's own page: who acts for it, where it is paid, who helps when keys are lost. */
export function AccountPage() {
  const { t, nameOf } = useLanguage();
  const { me } = useSession();
  const member = useRead<MemberDetail>(me ? `/v1/members/${me.memberId}` : undefined);
  const data = member.data;
  return (
    <>
      <PageHead
        title={data === undefined ? t.nav.account : nameOf(data)}
        lead={t.account.lead}
        actions={
          <Link className="button" to="/account/approval-rules">
            {t.work.rules}
          </Link>
        }
      />
      <Problem error={member.error} />
      {data !== undefined && (
        <>
          <RecoveryNotice member={data} />
          <Card title={t.account.member}>
            <MemberFacts member={data} />
          </Card>
          <AccountTable member={data} />
          <div className="grid">
            <SettlementAccountCard member={data} />
            <GuardianCard member={data} />
          </div>
          {data.roles.includes("supplier") && <StandingAcceptances />}
        </>
      )}
    </>
  );
}
