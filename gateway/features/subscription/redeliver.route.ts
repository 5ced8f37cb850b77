import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { readSubscription } from "../../webhooks/readSubscription.ts";
import { found } from "../shared/found.ts";
import { eventIdField } from "./eventIdField.ts";
import { subscriptionParams } from "./subscriptionParams.ts";

const findSql = `
  SELECT state FROM local.delivery WHERE subscription_id = $1 AND event_id = $2 AND type = 'event'`;

// Revision: the sender wakes by it, in whichever gateway it is.
const queueSql = `
  WITH queued AS (
    UPDATE local.delivery SET state = 'queued'
    WHERE subscription_id = $1 AND event_id = $2 AND type = 'event' AND state IN ('delivered', 'dead')
    RETURNING subscription_id)
  UPDATE local.subscription s SET revision = revision + 1
  FROM queued WHERE s.subscription_id = queued.subscription_id`;

const body = z.object({ event: z.string(), state: z.literal("queued") });

/** One event once more: one attempt, beside what is due in order. */
export function redeliverSubscriptionDeliveryRoute(services: GatewayServices): Route {
  const { database, webhooks } = services;
  return defineRoute({
    method: "post",
    path: "/v1/subscriptions/:subscription/deliveries/:event/redelivery",
    operationId: "redeliverSubscriptionDelivery",
    summary: "Send one event again",
    permission: policies(database).own("subscription"),
    scope: "administer",
    request: { params: subscriptionParams.extend({ event: eventIdField }) },
    responses: { 200: { description: "It is sent at once", body } },
    handler: async ({ params: { subscription, event } }) => {
      const known = await readSubscription(database, subscription);
      if (found(known, `subscription ${subscription}`).state === "paused") {
        throw new ProblemError("conflict", "The subscription is paused: resume it first.");
      }
      const [row] = await database.query<{ state: string }>(findSql, [subscription, event]);
      if (found(row, `delivery of event ${event}`).state === "waiting") {
        throw new ProblemError("conflict", "The event is being tried again already.");
      }
      return {
        status: 200,
        body: { event, state: "queued" },
        commit: async (transaction) => {
          await transaction.query(queueSql, [subscription, event]);
          webhooks.changed();
        },
      };
    },
  });
}
