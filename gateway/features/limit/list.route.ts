import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { limitBody } from "./limitBody.ts";
import { limitReadModel } from "./limitReadModel.ts";

/** Limits: an obligor's own, or everybody's for who governs and oversees. */
export function listLimitsRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/limits",
    operationId: "listLimits",
    summary: "What you may owe at most, by currency",
    permission: ["obligor", "operator", "regulator", "auditor"],
    responses: {
      200: {
        description: "By obligor and currency",
        body: z.object({ items: z.array(limitBody) }),
      },
    },
    handler: async ({ context }) => {
      const { memberId, roles } = context.member();
      const offices = ["operator", "regulator", "auditor"] as const;
      const seesAll = offices.some((role) => roles.includes(role));
      const items = await limitReadModel(database, { obligor: seesAll ? undefined : memberId });
      return { status: 200, body: { items } };
    },
  });
}
