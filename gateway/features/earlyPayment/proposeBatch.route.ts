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

const items = z.array(z.strictObject(proposalFields)).min(1).max(100);

/** Up to 100 proposals of one member at once, all or none: nothing of them is on the ledger yet. */
export function proposeEarlyPaymentBatchRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/early-payments/proposals/batch",
    operationId: "proposeEarlyPaymentBatch",
    summary: "Propose up to 100 early payments, all or none",
    permission: "member",
    request: { body: z.strictObject({ items }) },
    responses: {
      201: {
        description: "The proposals, in the order of the request",
        body: z.object({ items: z.array(earlyPaymentProposalBody) }),
      },
    },
    amountOf: ({ body: asked }) =>
      stakeOf.many(
        services.database,
        "certificate",
        asked.items.map(({ certificate: id, faceMinor: amount }) => ({ id, amount })),
      ),
    handler: async ({ body: asked, context }) => {
      const rows = await newProposals(
        services,
        context,
        "early-payment",
        asked.items,
        (each, parties) => signEarlyPayment(services, context, parties, each),
      );
      const shown = await showEarlyPaymentProposals(services.database, rows);
      return {
        status: 201,
        body: { items: shown },
        commit: (transaction) => insertProposals(transaction, rows),
      };
    },
  });
}
