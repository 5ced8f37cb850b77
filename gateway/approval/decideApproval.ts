import type { Identity } from "../auth/identity.ts";
import type { Database, Queryable } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import { type ApprovalRow, approvalRow } from "./approvalRow.ts";

/** One person's word on a waiting write. */
export interface Decision {
  readonly approval: string;
  readonly decision: "approve" | "reject";
  readonly reason: string;
}

function checkPerson(row: ApprovalRow, { person, scopes }: Identity): void {
  if (row.asked_by === person) {
    throw new ProblemError(
      "second-person-needed",
      "You asked for this yourself, so another person of your member decides it.",
    );
  }
  const missing = row.approver_scopes.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return;
  throw new ProblemError(
    "scope-missing",
    `Deciding this needs scope ${missing.join(" and ")}; your sign-in has ${scopes.join(", ")}.`,
  );
}

async function given(transaction: Queryable, approval: string, decision: string) {
  const rows = await transaction.query<{ person: string }>(
    "SELECT person FROM local.approval_decision WHERE approval_id = $1 AND decision = $2",
    [approval, decision],
  );
  return rows.map(({ person }) => person);
}

async function end(transaction: Queryable, approval: string, state: string, reason: string) {
  await transaction.query(
    `UPDATE local.approval SET state = $2, reason = $3, decided_at = now() WHERE approval_id = $1`,
    [approval, state, reason],
  );
}

function refuseEnded({ state, approval_id: approval }: ApprovalRow): never {
  throw new ProblemError("conflict", `This request no longer waits: it is ${state}.`, {
    state,
    approval,
  });
}

/** The waiting write, locked so that two people decide one after the other. */
async function locked(transaction: Queryable, { memberId }: Identity, approval: string) {
  const row = await approvalRow.find(transaction, memberId, approval, "FOR UPDATE");
  if (row !== undefined) return row;
  throw new ProblemError("not-found", `There is no request ${approval} of yours.`);
}

/** How waiting writes end. Each ends once, whoever comes at the same time. */
export const decideApproval = {
  /** Records one person's word; repeating it changes nothing. Answers the write as it stands then. */
  say(
    database: Database,
    identity: Identity,
    { approval, decision, reason }: Decision,
  ): Promise<ApprovalRow> {
    return database.transaction(async (transaction) => {
      const row = await locked(transaction, identity, approval);
      checkPerson(row, identity);
      const said = await given(transaction, approval, decision);
      if (said.includes(identity.person)) return row;
      if (row.state !== "waiting") refuseEnded(row);
      const rows = await transaction.query(
        `INSERT INTO local.approval_decision (approval_id, person, decision, reason)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING person`,
        [approval, identity.person, decision, reason],
      );
      if (rows.length === 0) {
        throw new ProblemError("conflict", "You have already said otherwise about this request.");
      }
      if (decision === "reject") await end(transaction, approval, "rejected", reason);
      else if (said.length + 1 >= row.needed) await end(transaction, approval, "approved", "");
      return locked(transaction, identity, approval);
    });
  },

  /** Who asked takes it back before anybody's agreement carried it out. */
  withdraw(database: Database, identity: Identity, approval: string): Promise<ApprovalRow> {
    return database.transaction(async (transaction) => {
      const row = await locked(transaction, identity, approval);
      if (row.asked_by !== identity.person) {
        throw new ProblemError("not-permitted", "Only who asked for it takes a request back.");
      }
      if (row.state === "withdrawn") return row;
      if (row.state !== "waiting") refuseEnded(row);
      await end(transaction, approval, "withdrawn", "");
      return locked(transaction, identity, approval);
    });
  },
} as const;
