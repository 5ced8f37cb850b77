import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { subscriptionBody } from "./subscriptionBody.ts";
import { subscriptionReadModel } from "./subscriptionReadModel.ts";

/** A member's own subscriptions. */
export function listSubscriptionsRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/subscriptions",
    operationId: "listSubscriptions",
    summary: "Your subscriptions, and how each is doing",
    permission: "member",
    responses: {
      200: { description: "All of them", body: z.object({ items: z.array(subscriptionBody) }) },
    },
    handler: async ({ context }) => {
      const items = await subscriptionReadModel.list(database, context.member().memberId);
      return { status: 200, body: { items } };
    },
  });
}
