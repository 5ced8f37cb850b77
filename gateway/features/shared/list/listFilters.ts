import { fields } from "../../../openapi/fields.ts";
import { ledgerFields } from "../../../openapi/ledgerFields.ts";
import type { Condition } from "../whereAll.ts";

/** Filters of lists about money that falls due, spelled alike everywhere. */
const money = {
  currency: fields.currency.optional(),
  amountFrom: ledgerFields.amountMinorOrZero.optional().describe("Smallest amount, minor units"),
  amountTo: ledgerFields.amountMinorOrZero.optional().describe("Largest amount, minor units"),
};

const due = {
  dueFrom: fields.civilDate.optional(),
  dueTo: fields.civilDate.optional(),
};

interface Asked {
  readonly currency?: string | undefined;
  readonly amountFrom?: bigint | undefined;
  readonly amountTo?: bigint | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
}

/** What several lists are narrowed by. */
export const listFilters = {
  money,
  due,
  counterparty: fields.memberId.optional().describe("Another party of it"),

  /** Conditions over the columns that hold amount and due day. */
  conditions(amount: string, asked: Asked, dueDay = "due_date"): Condition[] {
    return [
      ["currency = ?", asked.currency],
      [`${amount} >= ?::numeric`, asked.amountFrom],
      [`${amount} <= ?::numeric`, asked.amountTo],
      [`${dueDay} >= ?::date`, asked.dueFrom],
      [`${dueDay} <= ?::date`, asked.dueTo],
    ];
  },
} as const;
