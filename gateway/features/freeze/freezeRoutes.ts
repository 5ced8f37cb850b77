import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { confirmFreezeRoute } from "./confirm.route.ts";
import { listFreezesRoute } from "./list.route.ts";
import { proposeFreezeRoute } from "./propose.route.ts";

/** Legal freezes and releases of certificates. */
export function freezeRoutes(services: GatewayServices): readonly Route[] {
  return [listFreezesRoute(services), proposeFreezeRoute(services), confirmFreezeRoute(services)];
}
