import { receipts } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptParams } from "./receiptParams.ts";
import { receiptReadModel } from "./receiptReadModel.ts";

/** Splits a part off: a sibling of the same holder and tier. */
export function splitReceiptRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/splits",
    operationId: "splitReceipt",
    summary: "Split a part off your receipt; you hold both",
    permission: "member",
    request: {
      params: receiptParams,
      body: z.strictObject({ quantity: ledgerFields.quantity, actingAccount }),
    },
    responses: {
      201: { description: "The new receipt", body: writtenBody.extend(receiptBody.shape) },
    },
    handler: async ({ params: { receipt }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const asked = { receipt, quantity: body.quantity, ref };
      const done = await receipts.split(ledger, asked);
      const state = await receiptReadModel.one(services.database, done.receipt);
      return { status: 201, body: written(done, state) };
    },
  });
}
