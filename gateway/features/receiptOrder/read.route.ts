import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptOrderBody } from "./receiptOrderBody.ts";
import { receiptOrderParams } from "./receiptOrderParams.ts";
import { receiptOrderReadModel } from "./receiptOrderReadModel.ts";

/** One order. */
export function readReceiptOrderRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipt-orders/:receiptOrder",
    operationId: "readReceiptOrder",
    summary: "A holder's order, and what became of it",
    permission: policies(database).read("receiptOrder", stockOverseers),
    request: { params: receiptOrderParams },
    responses: { 200: { description: "The order", body: receiptOrderBody } },
    handler: async ({ params: { receiptOrder } }) => ({
      status: 200,
      body: await receiptOrderReadModel.one(database, receiptOrder),
    }),
  });
}
