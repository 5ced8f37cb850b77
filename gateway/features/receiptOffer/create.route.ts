import { receipts } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptParams } from "../receipt/receiptParams.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptOfferBody } from "./receiptOfferBody.ts";
import { receiptOfferReadModel } from "./receiptOfferReadModel.ts";

/** Offers a quantity to one member; it is held until the offer ends. */
export function createReceiptOfferRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/offers",
    operationId: "createReceiptOffer",
    summary: "Offer a quantity to a member, which it may accept or decline until the offer expires",
    permission: "member",
    request: {
      params: receiptParams,
      body: z.strictObject({
        to: fields.memberId,
        quantity: ledgerFields.quantity,
        expiresAt: fields.instant,
        tradeReference: fields.digest.describe("Digest of the trade that this pays for"),
        actingAccount,
      }),
    },
    responses: {
      201: { description: "The offer", body: writtenBody.extend(receiptOfferBody.shape) },
    },
    handler: async ({ params: { receipt }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { to, quantity, tradeReference } = body;
      const expiresAt = secondsOf(body.expiresAt);
      const { ref } = context.write();
      const asked = { receipt, to, quantity, expiresAt, tradeReference, ref };
      const done = await receipts.offer(ledger, asked);
      const state = await receiptOfferReadModel.one(services.database, done.offer);
      return { status: 201, body: written(done, state) };
    },
  });
}
