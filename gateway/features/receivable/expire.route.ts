import { receivables } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";

import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receivableParams } from "./receivableParams.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";

/** Ends a confirmation after its accept-by time. */
export function expireReceivableRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/expiry",
    operationId: "expireReceivable",
    summary: "End a confirmation that was not accepted in time; anyone may",
    permission: "member",
    request: { params: receivableParams, body: actingBody },
    responses: {
      200: { description: "Expired", body: writtenBody.extend(receivableSummaryBody.shape) },
    },
    handler: async ({ params: { receivable }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const done = await receivables.expire(ledger, { receivable, ref });
      const state = await receivableReadModel.one(services.database, receivable);
      return { status: 200, body: written(done, state) };
    },
  });
}
