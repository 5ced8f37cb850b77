import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { quoteBody } from "./quoteBody.ts";
import { quoteReadModel } from "./quoteReadModel.ts";

/** One quote, for its financier and its holder. */
export function readQuoteRoute({ database }: GatewayServices): Route {
  const quotes = quoteReadModel(database);
  return defineRoute({
    method: "get",
    path: "/v1/quotes/:quote",
    operationId: "readQuote",
    summary: "A quote that you made or got",
    permission: "member",
    request: { params: z.object({ quote: ledgerFields.id }) },
    responses: { 200: { description: "The quote", body: quoteBody } },
    handler: async ({ params: { quote }, context }) => {
      const row = await quotes.find(quote, context.member().memberId);
      const [body] = await quotes.show([row]);
      return { status: 200, body };
    },
  });
}
