import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { financingBody } from "./financingBody.ts";
import { financingReadModel } from "./financingReadModel.ts";

/** One financing. */
export function readFinancingRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/financings/:financing",
    operationId: "readFinancing",
    summary: "A financing",
    permission: policies(database).read("financing"),
    request: { params: z.object({ financing: ledgerFields.id }) },
    responses: { 200: { description: "The financing", body: financingBody } },
    handler: async ({ params }) => ({
      status: 200,
      body: await financingReadModel.one(database, params.financing),
    }),
  });
}
