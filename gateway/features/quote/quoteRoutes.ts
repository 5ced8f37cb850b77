import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { acceptQuoteRoute } from "./accept.route.ts";
import { createQuoteRoute } from "./create.route.ts";
import { listQuotesRoute } from "./list.route.ts";
import { readQuoteRoute } from "./read.route.ts";
import { withdrawQuoteRoute } from "./withdraw.route.ts";

/** Quotes of financiers. */
export function quoteRoutes(services: GatewayServices): Route[] {
  return [
    createQuoteRoute(services),
    listQuotesRoute(services),
    readQuoteRoute(services),
    acceptQuoteRoute(services),
    withdrawQuoteRoute(services),
  ];
}
