import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { found } from "../shared/found.ts";
import { subscriptionBody } from "./subscriptionBody.ts";
import { subscriptionParams } from "./subscriptionParams.ts";
import { subscriptionReadModel } from "./subscriptionReadModel.ts";

/** One subscription. */
export function readSubscriptionRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/subscriptions/:subscription",
    operationId: "readSubscription",
    summary: "One of your subscriptions",
    permission: policies(database).own("subscription"),
    request: { params: subscriptionParams },
    responses: { 200: { description: "The subscription", body: subscriptionBody } },
    handler: async ({ params }) => {
      const shown = await subscriptionReadModel.find(database, params.subscription);
      return { status: 200, body: found(shown, `subscription ${params.subscription}`) };
    },
  });
}
