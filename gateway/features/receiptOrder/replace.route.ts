import { receipts } from "@tallystick/sdk";
import { z } from "zod";
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

const schema = receiptOrderTerms.replacement;

/** The custodian replaces goods by the holder's order: the new ones are under receipt first, or nothing happens. */
export function replaceReceiptRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/replacements",
    operationId: "replaceReceipt",
    summary: "Put other goods in the place of a receipt's, with its holder's order",
    permission: "custodian",
    request: { params: receiptParams, body: sentOrder.body(schema) },
    responses: {
      201: {
        description: "The receipt over the new goods",
        body: writtenBody.extend({ ...receiptBody.shape, replaces: z.string() }),
      },
    },
    handler: async ({ params: { receipt }, body, context }) => {
      const { terms, nonce, holder } =
        "signed" in body
          ? sentOrder.stated(body.order, body.signed)
          : await sentOrder.find(
              database,
              { kind: "replacement", receipt, order: body.order },
              schema,
            );
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { termsDigest, ...rest } = terms;
      const replacement = { receipt, ...rest, terms: termsDigest, nonce };
      const done = await receipts.replace(ledger, { replacement, holder, ref });
      const state = await receiptReadModel.one(database, done.receipt);
      return { status: 201, body: written(done, { ...state, replaces: receipt }) };
    },
  });
}
