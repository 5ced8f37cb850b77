import { receivables } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";

import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receivableParams } from "./receivableParams.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";

const answer = writtenBody
  .extend(receivableSummaryBody.shape)
  .extend({ certificate: z.string().describe("The root certificate") });

/** The creditor's acceptance: the claims go live and the root certificate exists. */
export function acceptReceivableRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/acceptance",
    operationId: "acceptReceivable",
    summary: "Accept a confirmed receivable; its root certificate is yours",
    permission: "member",
    request: { params: receivableParams, body: actingBody },
    responses: {
      200: { description: "Accepted", body: answer },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "receivable", params.receivable),
    handler: async ({ params: { receivable }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const done = await receivables.accept(ledger, { receivable, ref });
      const state = await receivableReadModel.one(services.database, receivable);
      const { certificate } = done;
      return { status: 200, body: written(done, { ...state, certificate }) };
    },
  });
}
