import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { earlyPaymentBody } from "./earlyPaymentBody.ts";
import { earlyPaymentReadModel } from "./earlyPaymentReadModel.ts";

/** One agreed early payment. */
export function readEarlyPaymentRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/early-payments/:earlyPayment",
    operationId: "readEarlyPayment",
    summary: "An agreed early payment",
    permission: policies(database).read("earlyPayment"),
    request: { params: z.object({ earlyPayment: ledgerFields.id }) },
    responses: { 200: { description: "The early payment", body: earlyPaymentBody } },
    handler: async ({ params }) => ({
      status: 200,
      body: await earlyPaymentReadModel.one(database, params.earlyPayment),
    }),
  });
}
