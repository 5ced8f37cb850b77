import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { newSecret } from "./newSecret.ts";
import { subscriptionParams } from "./subscriptionParams.ts";

const DAY_SECONDS = 86_400;

const sql = `
  UPDATE local.subscription
  SET earlier_secret = secret, earlier_until = $3, secret = $2, revision = revision + 1
  WHERE subscription_id = $1`;

const body = z.object({
  subscription: z.string(),
  secret: z.string().optional().describe("The new one; shown this once"),
  earlierSecretUntil: z.string().describe("Until then deliveries carry signatures of both"),
});

/** A new secret; the one before it stays valid for a while, so that receivers can change without missing anything. */
export function rotateSubscriptionSecretRoute({ database, webhooks }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/subscriptions/:subscription/secrets",
    operationId: "rotateSubscriptionSecret",
    summary: "Get a new secret for a subscription",
    permission: policies(database).own("subscription"),
    scope: "administer",
    isShownOnce: true,
    request: {
      params: subscriptionParams,
      body: z.strictObject({
        overlapSeconds: z
          .int()
          .min(0)
          .max(30 * DAY_SECONDS)
          .default(DAY_SECONDS)
          .describe("How long the secret before it signs as well; 0 when it leaked"),
      }),
    },
    responses: { 201: { description: "The new secret", body } },
    handler: async ({ params: { subscription }, body: { overlapSeconds } }) => {
      const secret = newSecret();
      const sealed = await webhooks.secrets.seal(secret, subscription);
      const until = new Date(Date.now() + overlapSeconds * 1_000);
      const shown = { subscription, earlierSecretUntil: until };
      return {
        status: 201,
        body: { ...shown, secret },
        remembered: shown,
        commit: async (transaction) => {
          await transaction.query(sql, [subscription, sealed, until]);
          webhooks.changed();
        },
      };
    },
  });
}
