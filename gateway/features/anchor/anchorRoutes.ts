import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { createAnchorRoute } from "./create.route.ts";
import { listAnchorsRoute } from "./list.route.ts";
import { readAnchorRoute } from "./read.route.ts";
import { supersedeAnchorRoute } from "./supersede.route.ts";
import { verifyAnchorRoute } from "./verify.route.ts";
import { withdrawAnchorRoute } from "./withdraw.route.ts";

/** Everything about anchors. */
export function anchorRoutes(services: GatewayServices): readonly Route[] {
  return [
    listAnchorsRoute(services),
    createAnchorRoute(services),
    readAnchorRoute(services),
    supersedeAnchorRoute(services),
    withdrawAnchorRoute(services),
    verifyAnchorRoute(services),
  ];
}
