import { Link } from "react-router";
import type { Approval } from "../../api/approval.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ApprovalCard } from "./ApprovalCard.tsx";
import { EndedApprovals } from "./EndedApprovals.tsx";

function Waiting({
  title,
  items,
  empty,
}: {
  readonly title: string;
  readonly items: readonly Approval[];
  readonly empty: string;
}) {
  return (
    <Card title={title} flush>
      {items.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <ul className="plain-list">
          {items.map((approval) => (
            <ApprovalCard key={approval.approval} approval={approval} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Second persons: what waits for the reader, what it asked for, and what became of the rest. */
export function ApprovalsPage() {
  const { t } = useLanguage();
  const list = useRead<Page<Approval>>("/v1/approvals?limit=200");
  const items = list.data?.items ?? [];
  const open = items.filter(({ state }) => state === "waiting" || state === "approved");
  const mine = open.filter(({ canDecide }) => canDecide);
  const others = open.filter(({ canDecide }) => !canDecide);
  const ended = items.filter((item) => !open.includes(item));
  return (
    <>
      <PageHead
        title={t.nav.approvals}
        lead={t.work.lead}
        actions={
          <Link className="button" to="/account/approval-rules">
            {t.work.rules}
          </Link>
        }
      />
      <Problem error={list.error} />
      <Waiting title={t.work.forYou} items={mine} empty={t.work.nothingForYou} />
      <Waiting title={t.work.byYou} items={others} empty={t.work.nothingByYou} />
      <Card title={t.work.ended} flush>
        <EndedApprovals items={list.data === undefined ? undefined : ended} />
      </Card>
    </>
  );
}
