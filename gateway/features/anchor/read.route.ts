import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { anchorBody } from "./anchorBody.ts";
import { anchorParams } from "./anchorParams.ts";
import { anchorReadModel } from "./anchorReadModel.ts";

/** One anchor, for every member that was told its root: nobody guesses one. */
export function readAnchorRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/anchors/:root",
    operationId: "readAnchor",
    summary: "Who anchored a root, when, and whether that member still stands by it",
    permission: "member",
    request: { params: anchorParams },
    responses: { 200: { description: "The anchor", body: anchorBody } },
    handler: async ({ params: { root } }) => ({
      status: 200,
      body: await anchorReadModel.one(services.database, root),
    }),
  });
}
