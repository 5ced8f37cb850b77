import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { deliverFinancingRoute } from "./deliver.route.ts";
import { expireFinancingRoute } from "./expire.route.ts";
import { listFinancingsRoute } from "./list.route.ts";
import { readFinancingRoute } from "./read.route.ts";
import { refuseFinancingRoute } from "./refuse.route.ts";
import { registerFinancingRoute } from "./register.route.ts";
import { requestBuyBackRoute } from "./requestBuyBack.route.ts";

/** Financings from an accepted quote to delivery, and buy-back at default. */
export function financingRoutes(services: GatewayServices): Route[] {
  return [
    listFinancingsRoute(services),
    readFinancingRoute(services),
    registerFinancingRoute(services),
    refuseFinancingRoute(services),
    expireFinancingRoute(services),
    deliverFinancingRoute(services),
    requestBuyBackRoute(services),
  ];
}
