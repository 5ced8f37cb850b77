import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { readiness } from "./readiness.ts";

const check = z.object({ ok: z.boolean(), detail: z.string() });
const body = z.object({
  ready: z.boolean(),
  proofCoverage: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      "Of the blocks with ledger events, older than 30 s: how many are proved by their validators",
    ),
  checks: z.object({
    database: check,
    chain: check,
    projection: check,
    writes: check,
    serving: check,
    nodes: check.optional(),
  }),
});

/** Whether requests can be served: database, age of the chain's head, lag of the projection. */
export function readyzRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/readyz",
    operationId: "readReadiness",
    summary: "Whether requests can be served",
    permission: "public",
    live: true,
    responses: {
      200: { description: "Everything is well", body },
      503: { description: "Something is not, and which", body },
    },
    handler: async () => {
      const state = await readiness(services);
      return { status: state.ready ? 200 : 503, body: state };
    },
  });
}
