import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { earlyPaymentBody } from "./earlyPaymentBody.ts";
import { earlyPaymentReadModel } from "./earlyPaymentReadModel.ts";

/** Early payments that the member agreed to. */
export function listEarlyPaymentsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/early-payments",
    operationId: "listEarlyPayments",
    summary: "Agreed early payments, newest first",
    permission: "member",
    request: {
      query: z.object({ ...pageQuery, state: earlyPaymentBody.shape.state.optional() }),
    },
    responses: { 200: { description: "One page", body: pageBody(earlyPaymentBody) } },
    handler: async ({ query: { limit, after, state }, context }) => {
      const identity = context.member();
      const member = isOverseer(identity) ? undefined : identity.memberId;
      const filter = { member, state, after, limit };
      const rows = await earlyPaymentReadModel.list(services.database, filter);
      const cursor = (row: (typeof rows)[number]) => row.earlyPayment;
      const body = pageOf(context, rows, limit, { item: (row) => row, cursor });
      return { status: 200, body };
    },
  });
}
