import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";
import { showReceivable } from "./showReceivable.ts";

const query = z.object({
  ...pageQuery,
  party: z.enum(["obligor", "creditor", "any"]).default("any").describe("As which party of it"),
  state: receivableSummaryBody.shape.state.optional(),
  dueFrom: fields.civilDate.optional(),
  dueTo: fields.civilDate.optional(),
});

/** A member's own receivables by its part in them; members that oversee see everybody's. */
function partyOf(identity: Identity, party: z.output<typeof query>["party"]) {
  if (party !== "any") return { [party]: identity.memberId };
  return isOverseer(identity) ? {} : { party: identity.memberId };
}

/** Receivables, newest first. */
export function listReceivablesRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "get",
    path: "/v1/receivables",
    operationId: "listReceivables",
    summary: "Receivables that you owe or are owed",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(receivableSummaryBody) } },
    handler: async ({ query: { party, state, dueFrom, dueTo, after, limit }, context }) => {
      const whose = partyOf(context.member(), party);
      const filter = { ...whose, state, dueFrom, dueTo, after, limit };
      const rows = await receivableReadModel.list(database, filter);
      const refOf = await memberRefs(
        database,
        rows.flatMap((row) => [row.obligor, row.creditor]),
      );
      const body = pageOf(services, rows, limit, {
        item: (row) => showReceivable(row, refOf),
        cursor: (row) => row.receivable_id,
      });
      return { status: 200, body };
    },
  });
}
