import { receipts } from "@tallystick/sdk";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptOrderBody } from "./receiptOrderBody.ts";
import { receiptOrderParams } from "./receiptOrderParams.ts";
import { receiptOrderReadModel } from "./receiptOrderReadModel.ts";

/** The holder takes its order back: its nonce is used up on the ledger, so that the signature is worth nothing. */
export function cancelReceiptOrderRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "delete",
    path: "/v1/receipt-orders/:receiptOrder",
    operationId: "cancelReceiptOrder",
    summary: "Take your order back; nobody can carry it out any more",
    permission: "member",
    request: { params: receiptOrderParams },
    responses: {
      200: { description: "The order", body: writtenBody.extend(receiptOrderBody.shape) },
    },
    handler: async ({ params: { receiptOrder }, context }) => {
      const row = await receiptOrderReadModel.row(database, receiptOrder);
      if (row.holder !== BigInt(context.member().memberId)) {
        throw new ProblemError(
          "not-permitted",
          "Only the holder that signed an order takes it back.",
        );
      }
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const done = await receipts.cancelOrder(ledger, { nonce: BigInt(row.nonce), ref });
      const state = await receiptOrderReadModel.one(database, receiptOrder);
      return { status: 200, body: written(done, state) };
    },
  });
}
