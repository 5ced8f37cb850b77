import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { lienBody } from "./lienBody.ts";
import { lienReadModel } from "./lienReadModel.ts";
import type { LienRow } from "./lienRow.ts";

const filters = {
  role: z.enum(["debtor", "secured", "custodian", "obligor"]).optional(),
  state: lienBody.shape.state.optional(),
  certificate: ledgerId.optional(),
  receipt: ledgerId.optional(),
  counterparty: listFilters.counterparty,
  unit: z.string().min(1).max(60).optional().describe("Currency, or unit of goods"),
  amountFrom: ledgerFields.amountMinorOrZero.optional(),
  amountTo: ledgerFields.amountMinorOrZero.optional(),
};

const source = {
  columns: "lien.*",
  from: `(${lienReadModel.select}) AS lien`,
  id: { sql: "lien_id", type: "numeric" },
  sorts: {
    amount: { sql: "amount", type: "numeric" },
    proposedAt: { sql: "proposed_at", type: "timestamptz" },
  },
} as const;

const roles = {
  debtor: "debtor = ?",
  secured: "secured_party = ?",
  custodian: "asset = 'receipt' AND owed_by = ?",
  obligor: "asset = 'certificate' AND owed_by = ?",
} as const;

const parties = "?::int8 IN (debtor, secured_party, owed_by, supervisor, buyer)";

/** Liens that concern the member. */
export function listLiensRoute(services: GatewayServices): Route {
  return defineList<LienRow, typeof filters>(services, {
    path: "/v1/liens",
    operationId: "listLiens",
    summary: "Liens that concern you, newest first; goods before certificates",
    noun: "liens",
    item: lienBody,
    source,
    idName: "lien",
    defaultSort: "-lien",
    filters,
    conditions: ({ role, state, certificate, receipt, counterparty, ...asked }, identity) => {
      const all = role === undefined && isOverseer(identity);
      return [
        [role === undefined ? parties : roles[role], all ? undefined : identity.memberId],
        ["state = ?", state],
        ["asset = 'certificate' AND token_id = ?", certificate],
        ["asset = 'receipt' AND token_id = ?", receipt],
        [parties, counterparty],
        ["unit = ?", asked.unit],
        ["amount >= ?::numeric", asked.amountFrom],
        ["amount <= ?::numeric", asked.amountTo],
      ];
    },
    show: (rows) => lienReadModel.showAll(services.database, rows),
  });
}
