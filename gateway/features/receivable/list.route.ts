import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { Condition } from "../shared/whereAll.ts";
import type { ReceivableRow } from "./receivableRow.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";
import { showReceivable } from "./showReceivable.ts";

const party = z
  .enum(["obligor", "creditor", "any"])
  .default("any")
  .describe("As which party of it");

const filters = {
  party,
  state: receivableSummaryBody.shape.state.optional(),
  counterparty: listFilters.counterparty,
  ...listFilters.money,
  ...listFilters.due,
};

const source = {
  columns: "*",
  from: "projected.receivable",
  id: { sql: "receivable_id", type: "int8" },
  sorts: {
    dueDate: { sql: "due_date", type: "date" },
    amountMinor: { sql: "amount_minor", type: "numeric" },
    registeredAt: { sql: "registered_at", type: "timestamptz" },
  },
} as const;

/** A member's own receivables by its part in them; members that oversee see everybody's. */
function whose(identity: Identity, as: z.output<typeof party>): Condition[] {
  if (as !== "any") return [[`${as} = ?`, identity.memberId]];
  return isOverseer(identity) ? [] : [["obligor = ? OR creditor = ?", identity.memberId]];
}

/** Receivables, newest first unless asked otherwise. */
export function listReceivablesRoute(services: GatewayServices): Route {
  return defineList<ReceivableRow, typeof filters>(services, {
    path: "/v1/receivables",
    operationId: "listReceivables",
    summary: "Receivables that you owe or are owed",
    noun: "receivables",
    item: receivableSummaryBody,
    source,
    idName: "receivable",
    defaultSort: "-receivable",
    filters,
    conditions: ({ party: as, state, counterparty, ...asked }, identity) => [
      ...whose(identity, as),
      ["state = ?", state],
      ["?::int8 IN (obligor, creditor)", counterparty],
      ...listFilters.conditions("amount_minor", asked),
    ],
    show: async (rows) => {
      const members = rows.flatMap((row) => [row.obligor, row.creditor]);
      const refOf = await memberRefs(services.database, members);
      return rows.map((row) => showReceivable(row, refOf));
    },
  });
}
