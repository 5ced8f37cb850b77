import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { createFinancingRequestRoute } from "./create.route.ts";
import { listFinancingRequestsRoute } from "./list.route.ts";
import { readFinancingRequestRoute } from "./read.route.ts";
import { withdrawFinancingRequestRoute } from "./withdraw.route.ts";

/** Requests for financing. */
export function financingRequestRoutes(services: GatewayServices): Route[] {
  return [
    createFinancingRequestRoute(services),
    listFinancingRequestsRoute(services),
    readFinancingRequestRoute(services),
    withdrawFinancingRequestRoute(services),
  ];
}
