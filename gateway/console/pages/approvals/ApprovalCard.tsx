import { useState } from "react";
import type { Approval } from "../../api/approval.ts";
import { Facts } from "../../components/Facts.tsx";
import { Moment } from "../../components/Moment.tsx";
import { personName } from "../../components/personName.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ApprovalWords } from "./ApprovalWords.tsx";
import { CarryOut } from "./CarryOut.tsx";
import { RejectDialog } from "./RejectDialog.tsx";

/** One write that waits: what it would do, who asks, and what the reader can do about it. */
export function ApprovalCard({ approval }: { readonly approval: Approval }) {
  const { t } = useLanguage();
  const [rejecting, setRejecting] = useState(false);
  const path = `/v1/approvals/${approval.approval}`;
  const agreed = approval.decisions.filter(({ decision }) => decision === "approve").length;
  const missing = approval.needed - agreed;
  return (
    <li className="task approval">
      <ApprovalWords approval={approval} />
      <Facts
        items={[
          [t.work.askedBy, personName(approval.askedBy, t.work.people)],
          [t.work.askedAt, <Moment key="asked" at={approval.askedAt} />],
          [t.work.until, <Moment key="until" at={approval.expiresAt} />],
          [t.work.agreed, t.work.agreedOf(agreed, approval.needed)],
        ]}
      />
      <details>
        <summary>{t.work.exactly}</summary>
        <p className="mono">{approval.request.route}</p>
        <pre className="mono request-body">{JSON.stringify(approval.request.body, null, 2)}</pre>
      </details>
      <span className="row answer">
        {approval.canDecide && (
          <>
            <WriteButton
              write={{ path: `${path}/approval` }}
              label={missing > 1 ? t.work.agree : t.work.agreeAndDo}
              tone="button-primary"
            />
            <button
              type="button"
              className="button button-small button-danger"
              onClick={() => setRejecting(true)}
            >
              {t.work.reject}
            </button>
          </>
        )}
        {approval.isOwn && approval.state === "waiting" && (
          <WriteButton write={{ method: "DELETE", path }} label={t.work.withdraw} />
        )}
        {approval.isOwn && approval.state === "approved" && <CarryOut approval={approval} />}
      </span>
      {rejecting && <RejectDialog path={path} onClose={() => setRejecting(false)} />}
    </li>
  );
}
