import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { deliveryReadModel } from "./deliveryReadModel.ts";
import { subscriptionParams } from "./subscriptionParams.ts";

const delivery = z.object({
  event: z.string().describe("Id of the event within the subscription"),
  type: z.enum(["event", "retracted"]),
  contract: z.string(),
  name: z.string(),
  state: z
    .enum(["waiting", "delivered", "dead", "queued"])
    .describe("waiting: is tried again; dead: given up; queued: somebody asked for it again"),
  attempts: z.int(),
  status: z.int().nullable().describe("HTTP status of the last attempt"),
  latencyMs: z.int().nullable(),
  failure: z.string().nullable(),
  firstAttemptAt: z.string(),
  lastAttemptAt: z.string(),
});

/** What became of each event, latest event first. */
export function listSubscriptionDeliveriesRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "get",
    path: "/v1/subscriptions/:subscription/deliveries",
    operationId: "listSubscriptionDeliveries",
    summary: "What became of each event: attempts, status, latency",
    permission: policies(database).own("subscription"),
    request: {
      params: subscriptionParams,
      query: z.object({
        state: delivery.shape.state.optional(),
        limit: fields.pageSize,
        after: z
          .string()
          .regex(/^[0-9a-f-]{35}-(event|retracted)$/, "must be `next` of a page")
          .optional()
          .describe("`next` of the page before"),
      }),
    },
    responses: { 200: { description: "Latest event first", body: pageBody(delivery) } },
    handler: async ({ params, query, context }) => {
      const rows = await deliveryReadModel.page(database, params.subscription, query);
      const item = (row: (typeof rows)[number]) => row;
      const show = { item, cursor: (row: (typeof rows)[number]) => `${row.event}-${row.type}` };
      return { status: 200, body: pageOf(context, rows, query.limit, show) };
    },
  });
}
