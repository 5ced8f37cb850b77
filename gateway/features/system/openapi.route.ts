import { z } from "zod";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** The gateway's own description. */
export function openApiRoute(document: () => unknown): Route {
  return defineRoute({
    method: "get",
    path: "/openapi.json",
    operationId: "readOpenApi",
    summary: "OpenAPI 3.1 description of this API",
    permission: "public",
    live: true,
    responses: {
      200: { description: "The document", body: z.looseObject({ openapi: z.string() }) },
    },
    handler: async () => ({ status: 200, body: document() }),
  });
}
