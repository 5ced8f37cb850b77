import { receipts } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptBody } from "../receipt/receiptBody.ts";
import { receiptParams } from "../receipt/receiptParams.ts";
import { receiptReadModel } from "../receipt/receiptReadModel.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptOrderTerms } from "./receiptOrderTerms.ts";
import { sentOrder } from "./sentOrder.ts";

const schema = receiptOrderTerms.cancellation;

/** The custodian ends a receipt by the holder's order; the goods stay. */
export function cancelReceiptRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/cancellations",
    operationId: "cancelReceipt",
    summary: "End a receipt of your lot while the goods stay, with its holder's order",
    permission: "custodian",
    request: { params: receiptParams, body: sentOrder.body(schema) },
    responses: {
      200: {
        description: "The receipt as it stands now",
        body: writtenBody.extend(receiptBody.shape),
      },
    },
    handler: async ({ params: { receipt }, body, context }) => {
      const { terms, nonce, holder } =
        "signed" in body
          ? sentOrder.stated(body.order, body.signed)
          : await sentOrder.find(
              database,
              { kind: "cancellation", receipt, order: body.order },
              schema,
            );
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const cancellation = { receipt, ...terms, nonce };
      const done = await receipts.cancel(ledger, { cancellation, holder, ref });
      return { status: 200, body: written(done, await receiptReadModel.one(database, receipt)) };
    },
  });
}
