import type { z } from "zod";
import { approvalGroups } from "../../approval/approvalGroups.ts";
import { decidingOperations } from "../../approval/decidingOperations.ts";
import type { ApprovalRule } from "../../approval/readApprovalRules.ts";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { plainJson } from "../../json/plainJson.ts";
import type { approvalRuleFields } from "./approvalRuleFields.ts";

type Fields = z.output<typeof approvalRuleFields>;

const upsertSql = `
  INSERT INTO local.approval_rule (rule_id, member_id, operations, limits, approvals, approver, period,
    expires_after_days, set_by, set_at)
  VALUES ($1, $2, $3::text[], $4::jsonb, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (rule_id) DO UPDATE SET operations = excluded.operations, limits = excluded.limits,
    approvals = excluded.approvals, approver = excluded.approver, period = excluded.period,
    expires_after_days = excluded.expires_after_days, set_by = excluded.set_by, set_at = excluded.set_at
  WHERE approval_rule.member_id = excluded.member_id`;

/** Rules as they come into the database. */
export const newApprovalRule = {
  /** Refuses names that mean nothing: a rule with a typing error would guard nothing. */
  check({ operations }: Fields, isWrite: (operationId: string) => boolean): void {
    const known = (name: string) =>
      name === "everything" || Object.hasOwn(approvalGroups, name) || isWrite(name);
    const odd = operations.filter((name) => !known(name) || decidingOperations.has(name));
    if (odd.length === 0) return;
    const sentence = `No write of this gateway is called ${odd.join(", ")}.`;
    throw new ProblemError("unprocessable", sentence, { operations: odd });
  },

  of(rule: string, { limits, ...fields }: Fields, setBy: string): ApprovalRule {
    const amounts = Object.entries(limits).map(([code, limit]) => [code, limit.toString()]);
    return { rule, ...fields, limits: Object.fromEntries(amounts), setBy, setAt: new Date() };
  },

  async write(target: Queryable, memberId: number, rule: ApprovalRule): Promise<void> {
    const { operations, limits, approvals, approver, period, expiresAfterDays } = rule;
    await target.query(upsertSql, [
      rule.rule,
      memberId,
      operations,
      plainJson(limits),
      approvals,
      approver,
      period,
      expiresAfterDays,
      rule.setBy,
      rule.setAt,
    ]);
  },
} as const;
