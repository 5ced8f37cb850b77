import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { offerBody } from "./offerBody.ts";
import { offerParams } from "./offerParams.ts";
import { offerReadModel } from "./offerReadModel.ts";

/** One offer. */
export function readOfferRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/offers/:offer",
    operationId: "readOffer",
    summary: "An offer",
    permission: policies(database).read("offer"),
    request: { params: offerParams },
    responses: { 200: { description: "The offer", body: offerBody } },
    handler: async ({ params: { offer } }) => {
      return { status: 200, body: await offerReadModel.one(database, offer) };
    },
  });
}
