import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { lienBody } from "./lienBody.ts";
import { lienId } from "./lienId.ts";
import { lienReadModel } from "./lienReadModel.ts";

/** Liens that concern the member. */
export function listLiensRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/liens",
    operationId: "listLiens",
    summary: "Liens that concern you, newest first; goods before certificates",
    permission: "member",
    request: {
      query: z.object({
        limit: pageQuery.limit,
        after: lienId.optional().describe("`next` of the page before"),
        role: z.enum(["debtor", "secured", "custodian", "obligor"]).optional(),
        state: lienBody.shape.state.optional(),
        certificate: ledgerId.optional(),
        receipt: ledgerId.optional(),
      }),
    },
    responses: { 200: { description: "One page", body: pageBody(lienBody) } },
    handler: async ({ query: { role, ...asked }, context }) => {
      const identity = context.member();
      const all = role === undefined && isOverseer(identity);
      const mine = all ? {} : { [role ?? "party"]: identity.memberId };
      const rows = await lienReadModel.list(services.database, { ...mine, ...asked });
      const cursor = (row: (typeof rows)[number]) => row.lien;
      const body = pageOf(services, rows, asked.limit, { item: (row) => row, cursor });
      return { status: 200, body };
    },
  });
}
