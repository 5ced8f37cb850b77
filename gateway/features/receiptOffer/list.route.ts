import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { receiptOfferBody } from "./receiptOfferBody.ts";
import { receiptOfferReadModel } from "./receiptOfferReadModel.ts";

const query = z.object({
  ...pageQuery,
  direction: z.enum(["in", "out"]).default("in").describe("Made to you, or made by you"),
  state: z.enum(["open", "ended"]).optional(),
});

/** A member's offers, newest first. */
export function listReceiptOffersRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipt-offers",
    operationId: "listReceiptOffers",
    summary: "Offers made to you or by you",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(receiptOfferBody) } },
    handler: async ({ query: { direction, state, after, limit }, context }) => {
      const { memberId } = context.member();
      const from = direction === "out" ? memberId : undefined;
      const to = direction === "in" ? memberId : undefined;
      const filter = { from, to, state, after, limit };
      const { rows, refOf } = await receiptOfferReadModel.list(services.database, filter);
      const body = pageOf(context, rows, limit, {
        item: (row) => receiptOfferReadModel.show(row, refOf),
        cursor: (row) => row.offer_id,
      });
      return { status: 200, body };
    },
  });
}
