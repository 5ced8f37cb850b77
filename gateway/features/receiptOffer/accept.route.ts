import { receipts } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptBody } from "../receipt/receiptBody.ts";
import { receiptReadModel } from "../receipt/receiptReadModel.ts";
import { actingBody } from "../shared/actingBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptOfferParams } from "./receiptOfferParams.ts";

const answer = writtenBody.extend(receiptBody.shape).extend({ receiptOffer: z.string() });

/** Takes what was offered: a receipt of the recipient's own. */
export function acceptReceiptOfferRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipt-offers/:receiptOffer/acceptance",
    operationId: "acceptReceiptOffer",
    summary: "Accept an offer made to you; the new receipt is yours",
    permission: "member",
    request: { params: receiptOfferParams, body: actingBody },
    responses: { 201: { description: "Your receipt", body: answer } },
    handler: async ({ params: { receiptOffer: offer }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const done = await receipts.acceptOffer(ledger, { offer, ref: context.write().ref });
      const state = await receiptReadModel.one(services.database, done.receipt);
      return { status: 201, body: written(done, { ...state, receiptOffer: offer }) };
    },
  });
}
