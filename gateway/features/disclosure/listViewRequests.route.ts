import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { viewRequestBody } from "./viewRequestBody.ts";
import { viewRequestReadModel } from "./viewRequestReadModel.ts";

const query = z.object({
  direction: z
    .enum(["made", "received"])
    .default("received")
    .describe("Made by you, or for certificates that you hold"),
});

/** Wishes to look: a bank's own, or those for certificates that one holds. */
export function listViewRequestsRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/view-requests",
    operationId: "listViewRequests",
    summary: "Who asks to look at your certificates, or what you asked for",
    permission: "member",
    request: { query },
    responses: {
      200: { description: "Newest first", body: pageBody(viewRequestBody) },
    },
    handler: async ({ query: { direction }, context }) => {
      const { memberId } = context.member();
      const filter = direction === "made" ? { bank: memberId } : { holder: memberId };
      const rows = await viewRequestReadModel.rows(database, filter);
      const items = await viewRequestReadModel.show(database, rows, memberId);
      const { block } = context;
      return { status: 200, body: { items, next: null, block } };
    },
  });
}
