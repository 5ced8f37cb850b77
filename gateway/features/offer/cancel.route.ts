import { offers } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { offerBody } from "./offerBody.ts";
import { offerParams } from "./offerParams.ts";
import { offerReadModel } from "./offerReadModel.ts";

/** The holder takes it back. */
export function cancelOfferRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/offers/:offer/cancellation",
    operationId: "cancelOffer",
    summary: "Take your offer back; the value is free again",
    permission: "member",
    request: { params: offerParams, body: actingBody },
    responses: { 200: { description: "The offer", body: writtenBody.extend(offerBody.shape) } },
    handler: async ({ params: { offer }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const done = await offers.cancel(ledger, { offer, ref: context.write().ref });
      const state = await offerReadModel.one(services.database, offer);
      return { status: 200, body: written(done, state) };
    },
  });
}
