import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { insertProposals } from "../proposal/insertProposals.ts";
import { newProposals } from "../proposal/newProposals.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { earlyPaymentProposalBody } from "./earlyPaymentProposalBody.ts";
import { proposalFields } from "./proposalFields.ts";
import { showEarlyPaymentProposals } from "./showEarlyPaymentProposals.ts";
import { signEarlyPayment } from "./signEarlyPayment.ts";

/** Obligor or holder proposes to end value before the due day; the signature waits here for the other one. */
export function proposeEarlyPaymentRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/early-payments/proposals",
    operationId: "proposeEarlyPayment",
    summary: "Propose an early payment, signed with your key",
    permission: "member",
    request: { body: z.strictObject(proposalFields) },
    responses: { 201: { description: "Proposed", body: earlyPaymentProposalBody } },
    amountOf: ({ body: asked }) =>
      stakeOf.one(services.database, "certificate", asked.certificate, { amount: asked.faceMinor }),
    handler: async ({ body: asked, context }) => {
      const rows = await newProposals(
        services,
        context,
        "early-payment",
        [asked],
        (each, parties) => signEarlyPayment(services, context, parties, each),
      );
      const [body] = await showEarlyPaymentProposals(services.database, rows);
      return { status: 201, body, commit: (transaction) => insertProposals(transaction, rows) };
    },
  });
}
