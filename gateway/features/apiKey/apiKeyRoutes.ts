import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { createApiKeyRoute } from "./create.route.ts";
import { listApiKeysRoute } from "./list.route.ts";
import { revokeApiKeyRoute } from "./revoke.route.ts";

/** Keys that members' systems sign in with. */
export function apiKeyRoutes(services: GatewayServices): Route[] {
  return [listApiKeysRoute(services), createApiKeyRoute(services), revokeApiKeyRoute(services)];
}
