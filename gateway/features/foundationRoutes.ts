import type { GatewayServices } from "../gatewayServices.ts";
import type { Route } from "../openapi/route.ts";
import { apiKeyRoutes } from "./apiKey/apiKeyRoutes.ts";
import { createBackupRoute } from "./backup/create.route.ts";
import { readBlockProofRoute } from "./block/readProof.route.ts";
import { listEventsRoute } from "./event/list.route.ts";
import { streamEventsRoute } from "./event/stream.route.ts";
import { personRoutes } from "./person/personRoutes.ts";
import { readProjectionDigestsRoute } from "./projection/digests.route.ts";
import { rebuildProjectionRoute } from "./projection/rebuild.route.ts";
import { closeSessionRoute } from "./session/close.route.ts";
import { closeAllSessionsRoute } from "./session/closeAll.route.ts";
import { listSessionsRoute } from "./session/list.route.ts";
import { readMeRoute } from "./session/me.route.ts";
import { openSessionRoute } from "./session/open.route.ts";
import { signInRoutes } from "./signIn/signInRoutes.ts";
import { subscriptionRoutes } from "./subscription/subscriptionRoutes.ts";
import { livezRoute } from "./system/livez.route.ts";
import { openApiRoute } from "./system/openapi.route.ts";
import { readyzRoute } from "./system/readyz.route.ts";
import { readTransactionRoute } from "./transaction/read.route.ts";
import { relayTransactionRoute } from "./transaction/relay.route.ts";

/** Routes that every gateway has, whatever the ledger's business is. */
export function foundationRoutes(services: GatewayServices, document: () => unknown): Route[] {
  return [
    livezRoute(),
    readyzRoute(services),
    openApiRoute(document),
    openSessionRoute(services),
    listSessionsRoute(services),
    closeSessionRoute(services),
    closeAllSessionsRoute(services),
    ...signInRoutes(services),
    ...apiKeyRoutes(services),
    ...personRoutes(services),
    readMeRoute(),
    relayTransactionRoute(services),
    readTransactionRoute(services),
    listEventsRoute(services),
    streamEventsRoute(services),
    ...subscriptionRoutes(services),
    readBlockProofRoute(services),
    readProjectionDigestsRoute(services),
    rebuildProjectionRoute(services),
    createBackupRoute(services),
  ];
}
