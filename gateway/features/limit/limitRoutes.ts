import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { listLimitsRoute } from "./list.route.ts";
import { setLimitRoute } from "./set.route.ts";
import { setCeilingRoute } from "./setCeiling.route.ts";

/** Limits of obligors and the operator's ceilings over them. */
export function limitRoutes(services: GatewayServices): readonly Route[] {
  return [listLimitsRoute(services), setLimitRoute(services), setCeilingRoute(services)];
}
