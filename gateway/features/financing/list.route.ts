import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { financingBody } from "./financingBody.ts";
import { financingReadModel } from "./financingReadModel.ts";

/** Financings that the member sold, bought or pays out. */
export function listFinancingsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/financings",
    operationId: "listFinancings",
    summary: "Financings, newest first",
    permission: "member",
    request: {
      query: z.object({
        ...pageQuery,
        role: z.enum(["holder", "financier", "bank"]).optional(),
        state: financingBody.shape.state.optional(),
      }),
    },
    responses: { 200: { description: "One page", body: pageBody(financingBody) } },
    handler: async ({ query: { role, state, after, limit }, context }) => {
      const identity = context.member();
      const all = role === undefined && isOverseer(identity);
      const mine = all ? {} : { [role ?? "party"]: identity.memberId };
      const filter = { ...mine, state, after, limit };
      const rows = await financingReadModel.list(services.database, filter);
      const cursor = (row: (typeof rows)[number]) => row.financing;
      const body = pageOf(services, rows, limit, { item: (row) => row, cursor });
      return { status: 200, body };
    },
  });
}
