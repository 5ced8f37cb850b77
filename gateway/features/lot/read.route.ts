import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { lotDetail } from "./lotDetail.ts";
import { lotDetailBody } from "./lotDetailBody.ts";
import { lotParams } from "./lotParams.ts";

/** One lot: stock and what stands on it. */
export function readLotRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/lots/:lot",
    operationId: "readLot",
    summary: "A lot: goods, receipts over them, what is held, control, last counts",
    permission: policies(database).read("lot", stockOverseers),
    request: { params: lotParams },
    responses: { 200: { description: "The lot", body: lotDetailBody } },
    handler: async ({ params: { lot }, context }) => {
      const { block } = context;
      const detail = await lotDetail(database, lot, context.member());
      return { status: 200, body: { ...detail, block } };
    },
  });
}
