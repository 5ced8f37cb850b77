import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { anchorBody } from "./anchorBody.ts";
import { anchorFields } from "./anchorFields.ts";
import { anchorReadModel } from "./anchorReadModel.ts";

const query = z.object({
  limit: fields.pageSize,
  after: z.string().max(100).optional().describe("`next` of the page before"),
  kind: anchorFields.kind.optional(),
  subject: fields.digest.optional(),
  state: z.enum(["current", "superseded", "withdrawn"]).optional(),
});

/** A member's anchors, or everybody's for who oversees; newest first. */
export function listAnchorsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/anchors",
    operationId: "listAnchors",
    summary: "What you anchored",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(anchorBody) } },
    handler: async ({ query, context }) => {
      const identity = context.member();
      const member = isOverseer(identity) ? undefined : identity.memberId;
      const { rows, refOf } = await anchorReadModel.list(services.database, { ...query, member });
      const body = pageOf(context, rows, query.limit, {
        item: (row) => anchorReadModel.show(row, refOf),
        cursor: (row) => row.anchored_key,
      });
      return { status: 200, body };
    },
  });
}
