import type { Scope } from "../auth/scopes.ts";
import type { Queryable } from "../database/database.ts";

/** What a member lets one person do alone. */
export interface ApprovalRule {
  readonly rule: string;
  /** Operation ids, names of `approvalGroups`, or `everything`. */
  readonly operations: readonly string[];
  /** The largest amount that one person moves alone, in minor units by currency; a currency that is missing has none. */
  readonly limits: Readonly<Record<string, string>>;
  /** How many other people must agree. */
  readonly approvals: 1 | 2;
  readonly approver: Extract<Scope, "approve" | "administer">;
  /** Whether limits count one request, or all that a person asks for on a day of the ledger. */
  readonly period: "request" | "day";
  readonly expiresAfterDays: number;
  readonly setBy: string;
  readonly setAt: Date;
}

interface RuleRow {
  rule_id: string;
  operations: string[];
  limits: Record<string, string>;
  approvals: 1 | 2;
  approver: "approve" | "administer";
  period: "request" | "day";
  expires_after_days: number;
  set_by: string;
  set_at: Date;
}

/** A member's rules, oldest first. */
export async function readApprovalRules(
  database: Queryable,
  memberId: number,
): Promise<ApprovalRule[]> {
  const rows = await database.query<RuleRow>(
    "SELECT * FROM local.approval_rule WHERE member_id = $1 ORDER BY set_at, rule_id",
    [memberId],
  );
  return rows.map(({ rule_id, set_by, set_at, expires_after_days, ...row }) => {
    const { operations, limits, approvals, approver, period } = row;
    const when = { expiresAfterDays: expires_after_days, setBy: set_by, setAt: set_at };
    return { rule: rule_id, operations, limits, approvals, approver, period, ...when };
  });
}
