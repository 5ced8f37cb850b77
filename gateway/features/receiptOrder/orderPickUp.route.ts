import { pickUpTypedData } from "@tallystick/sdk";
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

/** The holder signs that goods leave; nothing happens before the custodian sends it. */
export function orderReceiptPickUpRoute(services: GatewayServices): Route {
  const deployment = sdkDeployment(services.ledger);
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/pick-up-orders",
    operationId: "orderReceiptPickUp",
    summary: "Order goods to be let out against your receipt; the custodian carries it out",
    permission: "member",
    request: { params: receiptParams, body: receiptOrderTerms.pickUp.extend(orderFields) },
    responses: { 201: { description: "The order", body: receiptOrderBody } },
    handler: async ({ params: { receipt }, body, context }) => {
      const { deadline, signed, actingAccount, ...terms } = body;
      const order: AskedOrder = {
        kind: "pick-up",
        receipt,
        terms,
        deadline,
        signed,
        actingAccount,
        message: ({ nonce, ...until }) =>
          pickUpTypedData(deployment, { pickUp: { receipt, ...terms, nonce }, ...until }),
      };
      return orderedReceipt(services, context, order);
    },
  });
}
