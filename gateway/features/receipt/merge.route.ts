import { receipts } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { gasOfMany } from "../../ledger/gasOfMany.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { upTo } from "../shared/upTo.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptParams } from "./receiptParams.ts";
import { receiptReadModel } from "./receiptReadModel.ts";

/** Merges siblings into one receipt; the others are spent. */
export function mergeReceiptsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/merges",
    operationId: "mergeReceipts",
    summary: "Move all of siblings that you hold into this receipt",
    permission: "member",
    request: {
      params: receiptParams,
      body: z.strictObject({ others: upTo(200, ledgerId), actingAccount }),
    },
    responses: {
      200: { description: "The receipt", body: writtenBody.extend(receiptBody.shape) },
    },
    handler: async ({ params: { receipt }, body, context }) => {
      const gasLimit = gasOfMany(services, "merges", body.others.length);
      const { actingAccount: account } = body;
      const ledger = createRequestLedger(services, context, { account, gasLimit });
      const { ref } = context.write();
      const done = await receipts.merge(ledger, { receipt, others: body.others, ref });
      const state = await receiptReadModel.one(services.database, receipt);
      return { status: 200, body: written(done, state) };
    },
  });
}
