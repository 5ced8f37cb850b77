import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { lienDetail } from "./lienDetail.ts";
import { lienDetailBody } from "./lienDetailBody.ts";
import { lienParams } from "./lienParams.ts";

/** One lien. */
export function readLienRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/liens/:lien",
    operationId: "readLien",
    summary: "A lien and what happened to it",
    permission: policies(database).read("lien"),
    request: { params: lienParams },
    responses: { 200: { description: "The lien", body: lienDetailBody } },
    handler: async ({ params }) => ({
      status: 200,
      body: await lienDetail(database, params.lien),
    }),
  });
}
