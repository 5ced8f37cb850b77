import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { custodianBody } from "./custodianBody.ts";
import { custodianReadModel } from "./custodianReadModel.ts";

/** Every custodian that was ever admitted: whoever takes a receipt looks at its issuer. */
export function listCustodiansRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/custodians",
    operationId: "listCustodians",
    summary: "Custodians and their admissions",
    permission: "member",
    request: { query: z.object(pageQuery) },
    responses: { 200: { description: "By member", body: pageBody(custodianBody) } },
    handler: async ({ query: { after, limit }, context }) => {
      const { rows, refOf } = await custodianReadModel.list(services.database, { after, limit });
      const body = pageOf(context, rows, limit, {
        item: (row) => custodianReadModel.show(row, refOf),
        cursor: (row) => row.custodian,
      });
      return { status: 200, body };
    },
  });
}
