import { cancellationTypedData } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptParams } from "../receipt/receiptParams.ts";
import type { AskedOrder } from "./newReceiptOrder.ts";
import { orderedReceipt } from "./orderedReceipt.ts";
import { orderFields } from "./orderFields.ts";
import { receiptOrderBody } from "./receiptOrderBody.ts";
import { receiptOrderTerms } from "./receiptOrderTerms.ts";

/** The holder signs that a quantity of its receipt ends while the goods stay. */
export function orderReceiptCancellationRoute(services: GatewayServices): Route {
  const deployment = sdkDeployment(services.ledger);
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/cancellation-orders",
    operationId: "orderReceiptCancellation",
    summary: "Order your receipt to be ended while the goods stay",
    permission: "member",
    request: { params: receiptParams, body: receiptOrderTerms.cancellation.extend(orderFields) },
    responses: { 201: { description: "The order", body: receiptOrderBody } },
    handler: async ({ params: { receipt }, body, context }) => {
      const { deadline, signed, actingAccount, ...terms } = body;
      const order: AskedOrder = {
        kind: "cancellation",
        receipt,
        terms,
        deadline,
        signed,
        actingAccount,
        message: ({ nonce, ...until }) =>
          cancellationTypedData(deployment, {
            cancellation: { receipt, ...terms, nonce },
            ...until,
          }),
      };
      return orderedReceipt(services, context, order);
    },
  });
}
