import { payments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { unmatchedBody } from "./unmatchedBody.ts";
import { unmatchedReadModel } from "./unmatchedReadModel.ts";

/** Bank and payer each say that unmatched money was meant for an instruction; the second word pays it. */
export function matchUnmatchedPaymentRoute(services: GatewayServices): Route {
  const unmatchedPayments = unmatchedReadModel(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/unmatched-payments/:unmatched/matches",
    operationId: "matchUnmatchedPayment",
    summary: "Match unmatched money to an open instruction: bank and payer each once",
    permission: "member",
    request: {
      params: z.object({ unmatched: ledgerFields.id }),
      body: z.strictObject({ instruction: ledgerFields.id }),
    },
    responses: {
      200: {
        description: "The payment as it stands now",
        body: z.object({ ...writtenBody.shape, ...unmatchedBody.shape, matched: z.boolean() }),
      },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "unmatched", params.unmatched),
    handler: async ({ params: { unmatched }, body: { instruction }, context }) => {
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const call = { unmatched, instruction, ref };
      const { transactionHash, blockNumber, matched } = await payments.match(ledger, call);
      const state = await unmatchedPayments.find(unmatched);
      return { status: 200, body: { transactionHash, blockNumber, ...state, matched } };
    },
  });
}
