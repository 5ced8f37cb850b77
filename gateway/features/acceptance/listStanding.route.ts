import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { standingAcceptanceBody } from "./standingAcceptanceBody.ts";
import { standingAcceptanceReadModel } from "./standingAcceptanceReadModel.ts";
import { standingTokens } from "./standingTokens.ts";

const query = z.object({
  ...pageQuery,
  direction: z
    .enum(["given", "received"])
    .default("given")
    .describe("Whose passes you take, or who takes yours"),
});

/** A member's standing acceptances, those it gave or those it was given. */
export function listStandingAcceptancesRoute(
  services: GatewayServices,
  of: keyof typeof standingTokens,
): Route {
  const { path, list } = standingTokens[of];
  return defineRoute({
    method: "get",
    path,
    ...list,
    permission: "member",
    request: { query },
    responses: { 200: { description: "By member", body: pageBody(standingAcceptanceBody) } },
    handler: async ({ query: { direction, after, limit }, context }) => {
      const { memberId } = context.member();
      const whose = direction === "given" ? { recipient: memberId } : { sender: memberId };
      const filter = { of, ...whose, after, limit };
      const { rows, refOf } = await standingAcceptanceReadModel.list(services.database, filter);
      const body = pageOf(context, rows, limit, {
        item: (row) => standingAcceptanceReadModel.show(row, refOf),
        cursor: (row) => (direction === "given" ? row.sender : row.recipient),
      });
      return { status: 200, body };
    },
  });
}
