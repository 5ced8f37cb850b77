import { z } from "zod";
import { overseesStock } from "../../auth/overseesStock.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { lotBody } from "./lotBody.ts";
import { lotReadModel } from "./lotReadModel.ts";
import { showLot } from "./showLot.ts";

const query = z.object({
  ...pageQuery,
  custodian: fields.memberId.optional(),
  location: ledgerFields.location.optional(),
  state: z.enum(["short", "whole"]).optional(),
});

/** Lots that a member keeps, counts, or holds receipts of; all of them for who oversees goods. */
export function listLotsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/lots",
    operationId: "listLots",
    summary: "Lots that you keep, count, or hold receipts of",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(lotBody) } },
    handler: async ({ query: { state, ...asked }, context }) => {
      const identity = context.member();
      const concerned = overseesStock(identity) ? undefined : identity.memberId;
      const isShort = state === undefined ? undefined : state === "short";
      const { custodian, location, after, limit } = asked;
      const filter = { concerned, custodian, location, isShort, after, limit };
      const { rows, refOf } = await lotReadModel.list(services.database, filter);
      const body = pageOf(services, rows, limit, {
        item: (row) => showLot(row, refOf),
        cursor: (row) => row.lot_id,
      });
      return { status: 200, body };
    },
  });
}
