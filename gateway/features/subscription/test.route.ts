import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { readSubscription } from "../../webhooks/readSubscription.ts";
import { validSecrets } from "../../webhooks/validSecrets.ts";
import { webhookMessage } from "../../webhooks/webhookMessage.ts";
import { found } from "../shared/found.ts";
import { subscriptionParams } from "./subscriptionParams.ts";

const body = z.object({
  delivered: z.boolean(),
  status: z.int().nullable().describe("HTTP status; null when no answer came"),
  latencyMs: z.int(),
  failure: z.string().nullable().describe("What was wrong, in a sentence"),
});

/** A ping to the endpoint, signed like everything else; it moves no cursor and counts as no failure. */
export function testSubscriptionRoute({ database, webhooks }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/subscriptions/:subscription/test",
    operationId: "testSubscription",
    summary: "Post a ping to a subscription's URL and see what it answers",
    permission: policies(database).own("subscription"),
    scope: "administer",
    request: { params: subscriptionParams },
    responses: { 200: { description: "What the endpoint did", body } },
    handler: async ({ params, context }) => {
      const id = params.subscription;
      const subscription = found(await readSubscription(database, id), `subscription ${id}`);
      const now = Date.now();
      const secrets = await validSecrets(webhooks.secrets, subscription, now);
      const ping = { id: `${id}.ping-${context.write().ref.slice(2, 18)}`, type: "ping" };
      const message = webhookMessage({ subscriptionId: id, events: [ping], secrets, now });
      const outcome = await webhooks.post({ ...message, url: subscription.url });
      const { delivered, status, latencyMs, failure } = outcome;
      return { status: 200, body: { delivered, status, latencyMs, failure } };
    },
  });
}
