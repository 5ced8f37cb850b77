import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { financingBody } from "./financingBody.ts";
import { financingReadModel } from "./financingReadModel.ts";
import type { FinancingRow } from "./showFinancing.ts";

const filters = {
  role: z.enum(["holder", "financier", "bank"]).optional(),
  state: financingBody.shape.state.optional(),
  counterparty: listFilters.counterparty,
  ...listFilters.money,
  ...listFilters.due,
};

const source = {
  columns: "financing.*",
  from: `(${financingReadModel.select}) AS financing`,
  id: { sql: "financing_id", type: "int8" },
  sorts: {
    dueDate: { sql: "due_date", type: "date" },
    valueMinor: { sql: "value_minor", type: "numeric" },
    principalMinor: { sql: "principal_minor", type: "numeric" },
    acceptedAt: { sql: "accepted_at", type: "timestamptz" },
  },
} as const;

const parties = "?::int8 IN (holder, financier, bank)";

/** Financings that the member sold, bought or pays out. */
export function listFinancingsRoute(services: GatewayServices): Route {
  return defineList<FinancingRow, typeof filters>(services, {
    path: "/v1/financings",
    operationId: "listFinancings",
    summary: "Financings, newest first unless asked otherwise",
    noun: "financings",
    item: financingBody,
    source,
    idName: "financing",
    defaultSort: "-financing",
    filters,
    conditions: ({ role, state, counterparty, ...asked }, identity) => {
      const all = role === undefined && isOverseer(identity);
      const mine = "holder = ? OR financier = ? OR bank = ?";
      return [
        [role === undefined ? mine : `${role} = ?`, all ? undefined : identity.memberId],
        ["state = ?", state],
        [parties, counterparty],
        ...listFilters.conditions("value_minor", asked),
      ];
    },
    show: (rows) => financingReadModel.showAll(services.database, rows),
  });
}
