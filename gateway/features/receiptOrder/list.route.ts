import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { receiptOrderBody } from "./receiptOrderBody.ts";
import { receiptOrderKinds } from "./receiptOrderKinds.ts";
import { receiptOrderReadModel } from "./receiptOrderReadModel.ts";
import { receiptOrderStatuses } from "./receiptOrderStatuses.ts";
import { showReceiptOrder } from "./showReceiptOrder.ts";

const query = z.object({
  ...pageQuery,
  direction: z
    .enum(["made", "received"])
    .default("made")
    .describe("Yours, or for you to carry out"),
  receipt: ledgerId.optional(),
  kind: z.enum(receiptOrderKinds).optional(),
  status: z.enum(receiptOrderStatuses).optional(),
});

/** Orders that a member signed as holder, or is to carry out as custodian. */
export function listReceiptOrdersRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipt-orders",
    operationId: "listReceiptOrders",
    summary: "Orders for goods that you signed, or that you are to carry out",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(receiptOrderBody) } },
    handler: async ({ query: { direction, receipt, kind, status, after, limit }, context }) => {
      const { memberId } = context.member();
      const holder = direction === "made" ? memberId : undefined;
      const custodian = direction === "received" ? memberId : undefined;
      const filter = { holder, custodian, receipt, kind, status, after, limit };
      const { rows, refOf } = await receiptOrderReadModel.list(services.database, filter);
      const body = pageOf(context, rows, limit, {
        item: (row) => showReceiptOrder(row, refOf),
        cursor: (row) => row.order_id,
      });
      return { status: 200, body };
    },
  });
}
