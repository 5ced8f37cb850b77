import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { receiptParams } from "../receipt/receiptParams.ts";
import { rankBody } from "./rankBody.ts";
import { rankOf } from "./rankOf.ts";

/** Who is satisfied first out of a receipt, by law and not by the ledger's order. */
export function rankReceiptRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipts/:receipt/rank",
    operationId: "rankReceipt",
    summary: "The legal order of the interests in a receipt, and why, beside the ledger's order",
    permission: policies(services.database).read("receipt", stockOverseers),
    request: { params: receiptParams },
    responses: { 200: { description: "The order", body: rankBody } },
    handler: async ({ params, context }) => {
      const position = { asset: "receipt", token: params.receipt } as const;
      return {
        status: 200,
        body: await rankOf(services, position, {
          block: context.block,
          identity: context.member(),
        }),
      };
    },
  });
}
