import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { grantViewRoute } from "./grantView.route.ts";
import { listViewRequestsRoute } from "./listViewRequests.route.ts";
import { openSharedRoute } from "./openShared.route.ts";
import { requestViewRoute } from "./requestView.route.ts";
import { shareCertificateRoute } from "./share.route.ts";

/** How a holder lets others look at its certificates. */
export function disclosureRoutes(services: GatewayServices): readonly Route[] {
  return [
    shareCertificateRoute(services),
    openSharedRoute(services),
    requestViewRoute(services),
    listViewRequestsRoute(services),
    grantViewRoute(services),
  ];
}
