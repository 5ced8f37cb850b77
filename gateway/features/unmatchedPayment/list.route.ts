import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { unmatchedBody } from "./unmatchedBody.ts";
import { unmatchedReadModel } from "./unmatchedReadModel.ts";

/** Money that a member's bank attested and that fits no instruction. */
export function listUnmatchedPaymentsRoute(services: GatewayServices): Route {
  const unmatched = unmatchedReadModel(services.database);
  return defineRoute({
    method: "get",
    path: "/v1/unmatched-payments",
    operationId: "listUnmatchedPayments",
    summary: "Payments that match no instruction: attested by you, or paid from your account",
    permission: "member",
    request: {
      query: z.object({ ...pageQuery, matched: z.stringbool().optional() }),
    },
    responses: { 200: { description: "One page", body: pageBody(unmatchedBody) } },
    handler: async ({ query, context }) => {
      const identity = context.member();
      const filter = { ...query, all: isOverseer(identity) };
      const items = await unmatched.list(identity.memberId, filter);
      const cursor = (row: (typeof items)[number]) => row.unmatched;
      const body = pageOf(context, items, query.limit, { item: (row) => row, cursor });
      return { status: 200, body };
    },
  });
}
