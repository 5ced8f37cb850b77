import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { quoteBody } from "./quoteBody.ts";
import { quoteReadModel } from "./quoteReadModel.ts";

/** Quotes that the member made or got. */
export function listQuotesRoute(services: GatewayServices): Route {
  const quotes = quoteReadModel(services.database);
  return defineRoute({
    method: "get",
    path: "/v1/quotes",
    operationId: "listQuotes",
    summary: "Quotes, newest first",
    permission: "member",
    request: {
      query: z.object({
        ...pageQuery,
        direction: z.enum(["made", "received"]).optional(),
        status: quoteBody.shape.status.optional(),
      }),
    },
    responses: { 200: { description: "One page", body: pageBody(quoteBody) } },
    handler: async ({ query, context }) => {
      const { direction = "both", ...filter } = query;
      const rows = await quotes.list(context.member().memberId, { direction, ...filter });
      const shown = await quotes.show(rows);
      const cursor = (item: (typeof shown)[number]) => item.quote;
      const body = pageOf(services, shown, query.limit, { item: (item) => item, cursor });
      return { status: 200, body };
    },
  });
}
