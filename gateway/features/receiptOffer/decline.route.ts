import { receipts } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptOfferBody } from "./receiptOfferBody.ts";
import { receiptOfferParams } from "./receiptOfferParams.ts";
import { receiptOfferReadModel } from "./receiptOfferReadModel.ts";

/** The recipient doesn't want it. */
export function declineReceiptOfferRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipt-offers/:receiptOffer/declination",
    operationId: "declineReceiptOffer",
    summary: "Decline an offer made to you; the quantity is free again",
    permission: "member",
    request: { params: receiptOfferParams, body: actingBody },
    responses: {
      200: { description: "The offer", body: writtenBody.extend(receiptOfferBody.shape) },
    },
    handler: async ({ params: { receiptOffer: offer }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const done = await receipts.declineOffer(ledger, { offer, ref: context.write().ref });
      const state = await receiptOfferReadModel.one(services.database, offer);
      return { status: 200, body: written(done, state) };
    },
  });
}
