import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { cursorFrom } from "../../webhooks/cursorFrom.ts";
import { found } from "../shared/found.ts";
import { keyBeforeFirstDead } from "./keyBeforeFirstDead.ts";
import { subscriptionBody } from "./subscriptionBody.ts";
import { subscriptionFields } from "./subscriptionFields.ts";
import { subscriptionParams } from "./subscriptionParams.ts";
import { subscriptionReadModel } from "./subscriptionReadModel.ts";

const sql = `
  UPDATE local.subscription SET cursor = $2, state = 'active', paused_because = NULL, revision = revision + 1,
    failures = 0, dead_run = 0, next_attempt_at = NULL
  WHERE subscription_id = $1`;

const { after } = subscriptionFields;

/** Everything after a cursor again, in order, with the ids that it had; a paused subscription goes on with it. */
export function replaySubscriptionRoute({ database, webhooks }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/subscriptions/:subscription/replay",
    operationId: "replaySubscription",
    summary: "Have events posted again from a cursor on, and resume",
    permission: policies(database).own("subscription"),
    scope: "administer",
    request: {
      params: subscriptionParams,
      body: z.strictObject({
        after: after
          .unwrap()
          .optional()
          .describe(
            "Key of the last event to leave out; without it, all from the first dead letter on",
          ),
      }),
    },
    responses: { 200: { description: "The subscription, going on", body: subscriptionBody } },
    handler: async ({ params: { subscription }, body }) => {
      const now = await subscriptionReadModel.find(database, subscription);
      const before = found(now, `subscription ${subscription}`);
      const after = body.after ?? (await keyBeforeFirstDead(database, subscription));
      const cursor = after === undefined ? before.cursor : await cursorFrom(database, after);
      const resumed = { state: "active", pausedBecause: null, nextAttemptAt: null };
      return {
        status: 200,
        body: { ...before, ...resumed, cursor },
        commit: async (transaction) => {
          await transaction.query(sql, [subscription, cursor]);
          webhooks.changed();
        },
      };
    },
  });
}
