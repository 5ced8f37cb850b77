import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { appointAdministratorRoute } from "./appointAdministrator.route.ts";
import { changePersonRoute } from "./change.route.ts";
import { createPersonRoute } from "./create.route.ts";
import { listPeopleRoute } from "./list.route.ts";

/** People who act for members. */
export function personRoutes(services: GatewayServices): Route[] {
  return [
    listPeopleRoute(services),
    createPersonRoute(services),
    changePersonRoute(services),
    appointAdministratorRoute(services),
  ];
}
