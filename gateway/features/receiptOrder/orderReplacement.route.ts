import { receiptTermsDigest, replacementTypedData } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptParams } from "../receipt/receiptParams.ts";
import { receiptTermsOf } from "../receipt/receiptTermsOf.ts";
import { receiptTermsText } from "../receipt/receiptTermsText.ts";
import type { AskedOrder } from "./newReceiptOrder.ts";
import { orderedReceipt } from "./orderedReceipt.ts";
import { receiptOrderBody } from "./receiptOrderBody.ts";
import { replacementOrderBody } from "./replacementOrderBody.ts";

/** The holder signs that other goods take the place of those under its receipt. */
export function orderReceiptReplacementRoute(services: GatewayServices): Route {
  const { database } = services;
  const deployment = sdkDeployment(services.ledger);
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/replacement-orders",
    operationId: "orderReceiptReplacement",
    summary: "Order other goods of the same unit and custodian in the place of yours",
    permission: "member",
    request: { params: receiptParams, body: replacementOrderBody },
    responses: { 201: { description: "The order", body: receiptOrderBody } },
    handler: async ({ params: { receipt }, body, context }) => {
      const { deadline, signed, actingAccount, terms: stated, termsDigest, ...asked } = body;
      const { memberId } = context.member();
      const { newLot: lot, newQuantity: quantity } = asked;
      const subject = { lot, depositor: memberId, quantity, fills: false };
      const text = stated && (await receiptTermsOf(database, subject, stated));
      const digest = text === undefined ? (termsDigest ?? "") : receiptTermsDigest(text);
      const order: AskedOrder = {
        kind: "replacement",
        receipt,
        terms: { ...asked, termsDigest: digest },
        deadline,
        signed,
        actingAccount,
        message: ({ nonce, ...until }) => {
          const replacement = { receipt, ...asked, terms: digest, nonce };
          return replacementTypedData(deployment, { replacement, ...until });
        },
      };
      return orderedReceipt(services, context, order, async (transaction) => {
        if (text !== undefined) await receiptTermsText.keep(transaction, text, memberId);
      });
    },
  });
}
