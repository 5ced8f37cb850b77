import { offers } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateParams } from "../certificate/certificateParams.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { offerBody } from "./offerBody.ts";
import { offerReadModel } from "./offerReadModel.ts";

/** Offers value to one member; it is held until the offer ends. */
export function createOfferRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/offers",
    operationId: "createOffer",
    summary: "Offer value to a member, which it may accept or decline until the offer expires",
    permission: "member",
    request: {
      params: certificateParams,
      body: z.strictObject({
        to: fields.memberId,
        valueMinor: ledgerFields.amountMinor,
        expiresAt: fields.instant,
        tradeReference: fields.digest.describe("Digest of the trade that this pays for"),
        actingAccount,
      }),
    },
    responses: { 201: { description: "The offer", body: writtenBody.extend(offerBody.shape) } },
    amountOf: ({ params, body }) =>
      stakeOf.one(services.database, "certificate", params.certificate, {
        amount: body.valueMinor,
        party: body.to,
      }),
    handler: async ({ params: { certificate }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { to, valueMinor: value, tradeReference } = body;
      const expiresAt = secondsOf(body.expiresAt);
      const { ref } = context.write();
      const asked = { certificate, to, value, expiresAt, tradeReference, ref };
      const done = await offers.create(ledger, asked);
      const state = await offerReadModel.one(services.database, done.offer);
      return { status: 201, body: written(done, state) };
    },
  });
}
