import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { subscriptionParams } from "./subscriptionParams.ts";

/** The end of a subscription, of its secret and of its deliveries. */
export function deleteSubscriptionRoute({ database, webhooks }: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/subscriptions/:subscription",
    operationId: "deleteSubscription",
    summary: "End a subscription and forget its deliveries",
    permission: policies(database).own("subscription"),
    scope: "administer",
    request: { params: subscriptionParams },
    responses: { 200: { description: "Ended", body: z.object({ subscription: z.string() }) } },
    handler: async ({ params: { subscription } }) => ({
      status: 200,
      body: { subscription },
      commit: async (transaction) => {
        for (const table of ["delivery", "subscription"]) {
          await transaction.query(`DELETE FROM local.${table} WHERE subscription_id = $1`, [
            subscription,
          ]);
        }
        webhooks.changed();
      },
    }),
  });
}
