import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** Everything is projected again. A repetition only begins once more, so it needs no Idempotency-Key. */
export function rebuildProjectionRoute({ projector }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/projection/rebuild",
    operationId: "rebuildProjection",
    summary: "Project everything again from the chain's first block",
    description:
      "/readyz says how far it is. Until then everything else is answered 503 `projection-behind`.",
    permission: ["operator"],
    scope: "administer",
    idempotent: false,
    responses: {
      202: { description: "It has begun", body: z.object({ state: z.literal("catching-up") }) },
    },
    handler: async () => {
      await projector.rebuild();
      return { status: 202, headers: { location: "/readyz" }, body: { state: "catching-up" } };
    },
  });
}
