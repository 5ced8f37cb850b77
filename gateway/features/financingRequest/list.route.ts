import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { financingRequestBody } from "./financingRequestBody.ts";
import { financingRequestReadModel } from "./financingRequestReadModel.ts";

/** Requests that the member made, or that it was asked in as a financier. */
export function listFinancingRequestsRoute(services: GatewayServices): Route {
  const requests = financingRequestReadModel(services.database);
  return defineRoute({
    method: "get",
    path: "/v1/financing-requests",
    operationId: "listFinancingRequests",
    summary: "Requests for financing, newest first",
    permission: "member",
    request: {
      query: z.object({
        ...pageQuery,
        direction: z.enum(["made", "received"]).optional(),
        status: financingRequestBody.shape.status.optional(),
      }),
    },
    responses: { 200: { description: "One page", body: pageBody(financingRequestBody) } },
    handler: async ({ query, context }) => {
      const { direction = "both", ...filter } = query;
      const rows = await requests.list(context.member().memberId, { direction, ...filter });
      const shown = await requests.show(rows);
      const cursor = (item: (typeof shown)[number]) => item.request;
      const body = pageOf(context, shown, query.limit, { item: (item) => item, cursor });
      return { status: 200, body };
    },
  });
}
