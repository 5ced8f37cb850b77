import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptDetailBody } from "./receiptDetailBody.ts";
import { receiptParams } from "./receiptParams.ts";
import { receiptProvenance } from "./receiptProvenance.ts";

/** One receipt with everything that is checked about it. */
export function readReceiptRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipts/:receipt",
    operationId: "readReceipt",
    summary: "A receipt: terms, goods and control, endorsements from its issue on, encumbrances",
    permission: policies(services.database).read("receipt", stockOverseers),
    request: { params: receiptParams },
    responses: { 200: { description: "The receipt", body: receiptDetailBody } },
    handler: async ({ params, context }) => {
      const { block } = context;
      const receipt = await receiptProvenance(services, params.receipt, context.member());
      return { status: 200, body: { ...receipt, block } };
    },
  });
}
