import { z } from "zod";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** The process answers; says nothing about what it depends on. */
export function livezRoute(): Route {
  return defineRoute({
    method: "get",
    path: "/livez",
    operationId: "readLiveness",
    summary: "Whether the process answers",
    permission: "public",
    live: true,
    responses: { 200: { description: "It does", body: z.object({ live: z.literal(true) }) } },
    handler: async () => ({ status: 200, body: { live: true } }),
  });
}
