import { offers } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateBody } from "../certificate/certificateBody.ts";
import { certificateReadModel } from "../certificate/certificateReadModel.ts";
import { actingBody } from "../shared/actingBody.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { offerParams } from "./offerParams.ts";

const answer = writtenBody.extend(certificateBody.shape).extend({ offer: z.string() });

/** Takes what was offered: a certificate of the recipient's own. */
export function acceptOfferRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/offers/:offer/acceptance",
    operationId: "acceptOffer",
    summary: "Accept an offer made to you; the new certificate is yours",
    permission: "member",
    request: { params: offerParams, body: actingBody },
    responses: { 201: { description: "Your certificate", body: answer } },
    amountOf: ({ params }) => stakeOf.one(services.database, "offer", params.offer),
    handler: async ({ params: { offer }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const done = await offers.accept(ledger, { offer, ref: context.write().ref });
      const state = await certificateReadModel.one(services.database, done.certificate);
      return { status: 201, body: written(done, { ...state, offer }) };
    },
  });
}
