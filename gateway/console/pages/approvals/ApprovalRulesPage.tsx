import { useState } from "react";
import type { ApprovalRules } from "../../api/approval.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { personName } from "../../components/personName.ts";
import { Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { RuleDialog } from "./RuleDialog.tsx";

/** What one person of the member may do alone, and changing it. */
export function ApprovalRulesPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const rules = useRead<ApprovalRules>("/v1/approval-rules");
  const [adding, setAdding] = useState(false);
  const mayChange = me?.scopes.includes("administer") ?? false;
  const groups: Readonly<Record<string, string>> = t.work.groups;
  const operations: Readonly<Record<string, string>> = t.work.operations;
  return (
    <>
      <PageHead
        title={t.work.rules}
        lead={t.work.rulesLead}
        actions={
          mayChange ? (
            <button type="button" className="button button-primary" onClick={() => setAdding(true)}>
              {t.work.addRule}
            </button>
          ) : undefined
        }
      />
      <Problem error={rules.error} />
      <Notice>{t.work.rulesNote}</Notice>
      <Card flush>
        <Table
          items={rules.data?.items}
          keyOf={({ rule }) => rule}
          empty={t.work.noRules}
          columns={[
            {
              label: t.work.what,
              cell: ({ operations: names }) =>
                names.map((name) => groups[name] ?? operations[name] ?? name).join(", "),
            },
            {
              label: t.work.alone,
              cell: ({ limits, period }) => (
                <span className="stack">
                  {Object.entries(limits).map(([currency, minor]) => (
                    <Amount key={currency} minor={minor} currency={currency} />
                  ))}
                  <span className="faint">
                    {Object.keys(limits).length === 0 ? t.work.never : t.work.periods[period]}
                  </span>
                </span>
              ),
            },
            { label: t.work.needed, cell: ({ approvals }) => t.work.people_(approvals) },
            { label: t.work.approver, cell: ({ approver }) => t.work.approvers[approver] },
            { label: t.work.setBy, cell: ({ setBy }) => personName(setBy, t.work.people) },
            {
              label: t.desk.action,
              right: true,
              cell: ({ rule }) =>
                mayChange ? (
                  <WriteButton
                    write={{ method: "DELETE", path: `/v1/approval-rules/${rule}` }}
                    label={t.work.removeRule}
                  />
                ) : null,
            },
          ]}
        />
      </Card>
      {adding && rules.data !== undefined && (
        <RuleDialog groups={Object.keys(rules.data.groups)} onClose={() => setAdding(false)} />
      )}
    </>
  );
}
