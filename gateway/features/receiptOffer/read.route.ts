import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptOfferBody } from "./receiptOfferBody.ts";
import { receiptOfferParams } from "./receiptOfferParams.ts";
import { receiptOfferReadModel } from "./receiptOfferReadModel.ts";

/** One offer. */
export function readReceiptOfferRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipt-offers/:receiptOffer",
    operationId: "readReceiptOffer",
    summary: "An offer",
    permission: policies(database).read("receiptOffer", stockOverseers),
    request: { params: receiptOfferParams },
    responses: { 200: { description: "The offer", body: receiptOfferBody } },
    handler: async ({ params: { receiptOffer: offer } }) => {
      return { status: 200, body: await receiptOfferReadModel.one(database, offer) };
    },
  });
}
