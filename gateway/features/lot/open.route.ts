import { goodsDigest, markDigest, warehouses } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { goodsBody } from "./goodsBody.ts";
import { keepLotText } from "./keepLotText.ts";
import { lotBody } from "./lotBody.ts";
import { lotReadModel } from "./lotReadModel.ts";

const body = z.strictObject({
  location: ledgerFields.location,
  mark: z.string().min(1).max(512).describe("Lot, heat or batch number, brand"),
  goods: goodsBody,
  lossBasisPoints: z
    .int()
    .min(0)
    .max(10_000)
    .describe("Loss standard; the ledger takes 500 at most"),
  storageUntil: fields.civilDate.describe("Last day of storage; receipts circulate until then"),
  minLot: fields.uint64.default(1n).describe("Smallest part of a receipt in circulation"),
  actingAccount,
});

/** Opens a lot; mark and description stay here, their digests go on the ledger. It is empty until it is counted. */
export function openLotRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/lots",
    operationId: "openLot",
    summary: "Open a lot at a location that you keep; goods have one lot",
    permission: "custodian",
    request: { body },
    responses: { 201: { description: "The lot", body: writtenBody.extend(lotBody.shape) } },
    handler: async ({ body: { mark, goods, actingAccount: account, ...terms }, context }) => {
      const ledger = createRequestLedger(services, context, { account });
      const digests = { mark: markDigest(mark), goods: goodsDigest(goods) };
      const { ref } = context.write();
      const done = await warehouses.openLot(ledger, { ...terms, ...digests, ref });
      const { lot, goodsKey } = done;
      const state = await lotReadModel.one(database, lot);
      const { memberId: recordedBy } = context.member();
      return {
        status: 201,
        body: written(done, { ...state, mark, goods }),
        commit: (transaction) => keepLotText(transaction, { goodsKey, mark, goods, recordedBy }),
      };
    },
  });
}
