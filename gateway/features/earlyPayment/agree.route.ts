import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { proposalReadModel } from "../proposal/proposalReadModel.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { agreeEarlyPayment } from "./agreeEarlyPayment.ts";
import { earlyPaymentBody } from "./earlyPaymentBody.ts";
import { earlyPaymentReadModel } from "./earlyPaymentReadModel.ts";

/** The other party agrees to a proposed early payment: the value is held, the payment instructed. */
export function agreeEarlyPaymentRoute(services: GatewayServices): Route {
  const { database } = services;
  const proposals = proposalReadModel(database, "early-payment");
  return defineRoute({
    method: "post",
    path: "/v1/early-payments/proposals/:proposal/agreement",
    operationId: "agreeEarlyPayment",
    summary: "Agree to an early payment that was proposed to you",
    permission: "member",
    request: { params: z.object({ proposal: ledgerFields.id }), body: z.object({}).optional() },
    responses: { 201: { description: "Agreed", body: writtenBody.extend(earlyPaymentBody.shape) } },
    amountOf: ({ params }) => stakeOf.one(database, "proposal", params.proposal),
    handler: async ({ params, context }) => {
      const identity = context.member();
      const row = await proposals.find(params.proposal, identity.memberId);
      const ledger = createRequestLedger(services, context);
      const receipt = await agreeEarlyPayment(ledger, row, identity, context.write().ref);
      const state = await earlyPaymentReadModel.one(database, receipt.earlyPayment);
      return { status: 201, body: written(receipt, state) };
    },
  });
}
