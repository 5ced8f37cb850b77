import { dayOf, dayToCivilDate } from "@tallystick/sdk";
import type { Database } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import type { StakeAmount } from "../openapi/stake.ts";
import { approvalNeed } from "./approvalNeed.ts";
import type { ApprovalRule } from "./readApprovalRules.ts";

/** Something that one person does alone, under a rule that counts by day. */
export interface LoneWrite {
  readonly person: string;
  readonly ref: string;
  readonly sums: readonly StakeAmount[];
}

interface SpentRow {
  currency: string;
  spent: bigint;
}

const columns = {
  rule_id: "text",
  person: "text",
  day: "date",
  currency: "text",
  ref: "text",
  amount_minor: "numeric",
};

const spentSql = `
  SELECT currency, sum(amount_minor) AS spent FROM local.approval_spending
  WHERE rule_id = $1 AND person = $2 AND day = $3 AND ref <> $4 GROUP BY currency`;

/** Counts what people do alone, before it is done: two requests at once can't both fit into what is left of a day. */
export const countAlone = {
  /** True, and counted, when the day's sum with this stays within the rule's limits. */
  add(database: Database, rule: ApprovalRule, { person, ref, sums }: LoneWrite): Promise<boolean> {
    const day = dayToCivilDate(dayOf(Math.floor(Date.now() / 1000)));
    return database.transaction(async (transaction) => {
      const lock = "SELECT rule_id FROM local.approval_rule WHERE rule_id = $1 FOR UPDATE";
      await transaction.query(lock, [rule.rule]);
      const rows = await transaction.query<SpentRow>(spentSql, [rule.rule, person, day, ref]);
      const spent = rows.map(({ currency, spent: amountMinor }) => ({ currency, amountMinor }));
      const asked = new Set(sums.map(({ currency }) => currency));
      const amounts = [...sums, ...spent.filter(({ currency }) => asked.has(currency))];
      if (!approvalNeed.isWithin(rule, approvalNeed.sumsOf({ amounts }))) return false;
      const counted = sums.map(({ currency, amountMinor: amount_minor }) => {
        return { rule_id: rule.rule, person, day, currency, ref, amount_minor };
      });
      const tail = "ON CONFLICT DO NOTHING";
      await insertRows(transaction, "local.approval_spending", columns, counted, tail);
      return true;
    });
  },

  /** What was refused moved nothing. */
  async remove(database: Database, ref: string, person: string): Promise<void> {
    await database.query("DELETE FROM local.approval_spending WHERE ref = $1 AND person = $2", [
      ref,
      person,
    ]);
  },
} as const;
