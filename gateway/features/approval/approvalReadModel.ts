import { type ApprovalRow, approvalRow } from "../../approval/approvalRow.ts";
import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";

interface DecisionRow {
  approval_id: string;
  person: string;
  decision: "approve" | "reject";
  reason: string;
  decided_at: Date;
}

interface AnswerRow {
  approval_id: string;
  answer_status: number | null;
  answer_body: string | null;
}

const answerSql = `
  SELECT a.approval_id, r.answer_status, r.answer_body
  FROM local.approval a JOIN local.request r ON r.member_id = a.member_id AND r.route = a.route
    AND r.idempotency_key = a.idempotency_key AND r.state = 'answered'
  WHERE a.approval_id = ANY($1::text[]) AND a.state = 'done'`;

const decisionSql = `
  SELECT approval_id, person, decision, reason, decided_at FROM local.approval_decision
  WHERE approval_id = ANY($1::text[]) ORDER BY decided_at, person`;

function resultOf(row: AnswerRow | undefined) {
  if (row?.answer_status == null) return null;
  const text = row.answer_body ?? "";
  const body: unknown = text === "" ? null : JSON.parse(text);
  return { status: row.answer_status, body };
}

/** A write that waits for a reader: not its own, within its scopes, and without its word so far. */
function waitsFor({ person, scopes }: Identity, row: ApprovalRow, own: readonly DecisionRow[]) {
  return (
    row.state === "waiting" &&
    row.asked_by !== person &&
    row.approver_scopes.every((scope) => scopes.includes(scope)) &&
    own.every((decision) => decision.person !== person)
  );
}

/** Stored writes as their member's people read them. `summaryOf` says what an operation does. */
export function approvalReadModel(
  database: Queryable,
  summaryOf: (operationId: string) => string | undefined,
) {
  const show = async (rows: readonly ApprovalRow[], identity: Identity) => {
    const ids = rows.map((row) => row.approval_id);
    const decisions = await database.query<DecisionRow>(decisionSql, [ids]);
    const answers = await database.query<AnswerRow>(answerSql, [ids]);
    const refOf = await memberRefs(
      database,
      rows.flatMap((row) => row.parties),
    );
    return rows.map((row) => {
      const own = decisions.filter(({ approval_id }) => approval_id === row.approval_id);
      return {
        approval: row.approval_id,
        state: row.state,
        operation: row.operation_id,
        summary: summaryOf(row.operation_id) ?? row.operation_id,
        request: {
          route: row.route,
          params: row.params,
          body: JSON.parse(row.body) as unknown,
          idempotencyKey: row.asked_by === identity.person ? row.idempotency_key : null,
        },
        amounts: row.amounts,
        parties: row.parties.map((party) => refOf(party)),
        askedBy: row.asked_by,
        askedAt: row.asked_at,
        expiresAt: row.expires_at,
        needed: row.needed,
        approverScopes: row.approver_scopes,
        decisions: own.map(({ person, decision, reason, decided_at: at }) => {
          return { person, decision, reason, at };
        }),
        isOwn: row.asked_by === identity.person,
        canDecide: waitsFor(identity, row, own),
        decidedAt: row.decided_at,
        reason: row.reason,
        problem: row.problem,
        result: resultOf(answers.find(({ approval_id }) => approval_id === row.approval_id)),
      };
    });
  };
  return {
    show,
    async read(approval: string, identity: Identity) {
      const row = await approvalRow.find(database, identity.memberId, approval);
      const [shown] = await show([found(row, `request ${approval} of yours`)], identity);
      return shown;
    },
  };
}
