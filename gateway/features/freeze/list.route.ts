import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { freezeBody } from "./freezeBody.ts";
import { freezeReadModel } from "./freezeReadModel.ts";

const query = z.object({
  limit: fields.pageSize,
  after: z.string().max(100).optional().describe("`next` of the page before"),
  state: z.enum(["proposed", "confirmed"]).optional(),
});

/** Freezes and releases, newest first. */
export function listFreezesRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/freezes",
    operationId: "listFreezes",
    summary: "Legal freezes and releases, proposed and confirmed",
    permission: ["legal", "regulator", "auditor"],
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(freezeBody) } },
    handler: async ({ query: { state, after, limit }, context }) => {
      const filter = { state, after, limit };
      const { rows, refOf } = await freezeReadModel.list(services.database, filter);
      const body = pageOf(context, rows, limit, {
        item: (row) => freezeReadModel.show(row, refOf),
        cursor: (row) => row.freeze_id,
      });
      return { status: 200, body };
    },
  });
}
