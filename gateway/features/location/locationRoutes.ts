import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { appointCounterRoute } from "./appointCounter.route.ts";
import { listLocationsRoute } from "./list.route.ts";
import { readLocationRoute } from "./read.route.ts";
import { registerLocationRoute } from "./register.route.ts";
import { setControlLimitsRoute } from "./setControlLimits.route.ts";

/** Everything about locations. */
export function locationRoutes(services: GatewayServices): readonly Route[] {
  return [
    listLocationsRoute(services),
    registerLocationRoute(services),
    readLocationRoute(services),
    setControlLimitsRoute(services),
    appointCounterRoute(services),
  ];
}
