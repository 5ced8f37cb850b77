import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { admitCustodianRoute } from "./admit.route.ts";
import { listCustodiansRoute } from "./list.route.ts";
import { readCustodianRoute } from "./read.route.ts";
import { recordOwnershipChangeRoute } from "./recordOwnershipChange.route.ts";

/** Everything about custodians. */
export function custodianRoutes(services: GatewayServices): readonly Route[] {
  return [
    listCustodiansRoute(services),
    readCustodianRoute(services),
    admitCustodianRoute(services),
    recordOwnershipChangeRoute(services),
  ];
}
