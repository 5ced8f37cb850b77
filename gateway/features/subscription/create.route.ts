import { randomUUID } from "node:crypto";
import { z } from "zod";
import { lastKeyOf } from "../../chain/lastKeyOf.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { cursorFrom } from "../../webhooks/cursorFrom.ts";
import { insertSubscription } from "./insertSubscription.ts";
import { newSecret } from "./newSecret.ts";
import { subscriptionBody } from "./subscriptionBody.ts";
import { subscriptionFields } from "./subscriptionFields.ts";

const MAXIMUM_PER_MEMBER = 20;

const { url, names, contracts, batchSize, after } = subscriptionFields;

const request = {
  body: z.strictObject({
    url,
    names: names.default([]),
    contracts: contracts.default([]),
    batchSize: batchSize.default(20),
    after: after.unwrap().optional().describe("From which event on; from now on without it"),
  }),
};

const body = subscriptionBody.extend({
  secret: z.string().optional().describe("To verify signatures with; shown this once"),
});

/** A subscription, and the secret that its deliveries are signed with. */
export function createSubscriptionRoute(services: GatewayServices): Route {
  const { database, projector, webhooks } = services;
  return defineRoute({
    method: "post",
    path: "/v1/subscriptions",
    operationId: "createSubscription",
    summary: "Have events posted to a URL of yours",
    permission: "member",
    scope: "administer",
    isShownOnce: true,
    request,
    responses: { 201: { description: "The subscription, with its secret", body } },
    handler: async ({ body: wanted, context }) => {
      const { memberId, person } = context.member();
      webhooks.checkUrl(wanted.url);
      const [own] = await database.query<{ n: bigint }>(
        "SELECT count(*) AS n FROM local.subscription WHERE member_id = $1",
        [memberId],
      );
      if (Number(own?.n) >= MAXIMUM_PER_MEMBER) {
        throw new ProblemError(
          "conflict",
          `A member has ${MAXIMUM_PER_MEMBER} subscriptions at most.`,
        );
      }
      const subscription = randomUUID();
      const secret = newSecret();
      const sealed = await webhooks.secrets.seal(secret, subscription);
      const after = wanted.after ?? lastKeyOf(projector.status().blockNumber);
      const cursor = await cursorFrom(database, after);
      const createdAt = new Date();
      const { url, names, contracts, batchSize } = wanted;
      const chosen = { url, names, contracts, batchSize };
      const fresh = {
        pausedBecause: null,
        deadLetters: 0,
        lastSuccessAt: null,
        lastFailureAt: null,
        lastFailure: null,
        nextAttemptAt: null,
        earlierSecretUntil: null,
      };
      const shown = { subscription, ...chosen, state: "active", cursor, ...fresh, createdAt };
      return {
        status: 201,
        body: { ...shown, secret },
        remembered: shown,
        commit: async (transaction) => {
          const row = { ...chosen, subscription, memberId, secret: sealed, cursor };
          await insertSubscription(transaction, { ...row, createdBy: person, createdAt });
          webhooks.changed();
        },
      };
    },
  });
}
