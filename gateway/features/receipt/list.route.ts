import { z } from "zod";
import { overseesStock } from "../../auth/overseesStock.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptReadModel } from "./receiptReadModel.ts";
import { showReceipt } from "./showReceipt.ts";

const who = z.union([z.literal("me"), fields.memberId]).optional();
const query = z.object({
  ...pageQuery,
  holder: who.describe("Whose: me, or a member's number"),
  custodian: who,
  lot: ledgerFields.lot.optional(),
  state: z.enum(["live", "spent"]).optional(),
});

/** Receipts that a member holds or keeps the goods of; all of them for who oversees goods. */
export function listReceiptsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receipts",
    operationId: "listReceipts",
    summary: "Receipts that you hold, or whose goods you keep",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(receiptBody) } },
    handler: async ({ query: { holder, custodian, state, lot, after, limit }, context }) => {
      const identity = context.member();
      const { memberId } = identity;
      const numberOf = (asked: "me" | number | undefined) => (asked === "me" ? memberId : asked);
      const filter = {
        party: overseesStock(identity) ? undefined : memberId,
        holder: numberOf(holder),
        custodian: numberOf(custodian),
        lot,
        isLive: state === undefined ? undefined : state === "live",
        after,
        limit,
      };
      const { rows, refOf } = await receiptReadModel.list(services.database, filter);
      const body = pageOf(services, rows, limit, {
        item: (row) => showReceipt(row, refOf),
        cursor: (row) => row.receipt_id,
      });
      return { status: 200, body };
    },
  });
}
