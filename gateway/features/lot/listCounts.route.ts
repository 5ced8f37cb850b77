import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { countBody } from "./countBody.ts";
import { countReadModel } from "./countReadModel.ts";
import { lotParams } from "./lotParams.ts";

const query = z.object({
  limit: fields.pageSize,
  after: z.string().max(100).optional().describe("`next` of the page before"),
});

/** Every count of a lot. */
export function listLotCountsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/lots/:lot/counts",
    operationId: "listLotCounts",
    summary: "Every signed statement of what lies in a lot",
    permission: policies(services.database).read("lot", stockOverseers),
    request: { params: lotParams, query },
    responses: { 200: { description: "Newest first", body: pageBody(countBody) } },
    handler: async ({ params: { lot }, query: { after, limit }, context }) => {
      const { rows, refOf } = await countReadModel.list(services.database, { lot, after, limit });
      const body = pageOf(context, rows, limit, {
        item: (row) => countReadModel.show(row, refOf),
        cursor: (row) => row.count_key,
      });
      return { status: 200, body };
    },
  });
}
