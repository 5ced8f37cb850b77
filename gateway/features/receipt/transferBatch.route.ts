import { receipts } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { gasOfMany } from "../../ledger/gasOfMany.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { upTo } from "../shared/upTo.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptParams } from "./receiptParams.ts";
import { receiptReadModel } from "./receiptReadModel.ts";

const pass = z.strictObject({
  to: fields.memberId,
  quantity: ledgerFields.quantity,
  tradeReference: fields.digest,
});

/** Passes parts of one receipt to many members, all or none. */
export function transferReceiptBatchRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/transfer-batches",
    operationId: "transferReceiptBatch",
    summary: "Pass parts to up to 200 members in one transaction, all or none",
    permission: "member",
    request: {
      params: receiptParams,
      body: z.strictObject({ passes: upTo(200, pass), actingAccount }),
    },
    responses: {
      201: {
        description: "The recipients' receipts, in the order of the passes",
        body: writtenBody.extend({ items: z.array(receiptBody) }),
      },
    },
    handler: async ({ params: { receipt }, body, context }) => {
      const gasLimit = gasOfMany(services, "passes", body.passes.length);
      const { actingAccount: account } = body;
      const ledger = createRequestLedger(services, context, { account, gasLimit });
      const { passes } = body;
      const { ref } = context.write();
      const done = await receipts.transferBatch(ledger, { receipt, passes, ref });
      const items = await receiptReadModel.several(services.database, done.receipts);
      return { status: 201, body: written(done, { items }) };
    },
  });
}
