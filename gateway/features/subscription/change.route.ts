import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { found } from "../shared/found.ts";
import { subscriptionBody } from "./subscriptionBody.ts";
import { subscriptionFields } from "./subscriptionFields.ts";
import { subscriptionParams } from "./subscriptionParams.ts";
import { subscriptionReadModel } from "./subscriptionReadModel.ts";

// Going on after a pause begins with a clean record: the endpoint is tried at once.
const sql = `
  UPDATE local.subscription SET url = $2, names = $3, contracts = $4, batch_size = $5, state = $6,
    paused_because = $7, revision = revision + 1, failures = 0, dead_run = 0, next_attempt_at = NULL
  WHERE subscription_id = $1`;

const { url, names, contracts, batchSize } = subscriptionFields;

const changes = z.strictObject({
  url: url.optional(),
  names: names.optional(),
  contracts: contracts.optional(),
  batchSize: batchSize.optional(),
  state: z.enum(["active", "paused"]).optional(),
});

/** Another URL, another choice of events, a pause or its end. */
export function changeSubscriptionRoute({ database, webhooks }: GatewayServices): Route {
  return defineRoute({
    method: "patch",
    path: "/v1/subscriptions/:subscription",
    operationId: "changeSubscription",
    summary: "Change, pause or resume a subscription",
    description:
      "Resuming goes on after the last event that was done with; to have dead ones again, replay.",
    permission: policies(database).own("subscription"),
    scope: "administer",
    request: { params: subscriptionParams, body: changes },
    responses: { 200: { description: "The subscription as changed", body: subscriptionBody } },
    handler: async ({ params: { subscription }, body }) => {
      if (body.url !== undefined) webhooks.checkUrl(body.url);
      const now = await subscriptionReadModel.find(database, subscription);
      const before = found(now, `subscription ${subscription}`);
      const changed = { ...before, ...body, nextAttemptAt: null };
      const wasPaused = before.state === "paused" ? before.pausedBecause : "member";
      const pausedBecause = changed.state === "paused" ? wasPaused : null;
      const after = { ...changed, pausedBecause };
      const filter = [after.url, after.names, after.contracts, after.batchSize];
      return {
        status: 200,
        body: after,
        commit: async (transaction) => {
          await transaction.query(sql, [subscription, ...filter, after.state, pausedBecause]);
          webhooks.changed();
        },
      };
    },
  });
}
