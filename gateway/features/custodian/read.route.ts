import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { custodianBody } from "./custodianBody.ts";
import { custodianParams } from "./custodianParams.ts";
import { custodianReadModel } from "./custodianReadModel.ts";

/** One custodian, for every member. */
export function readCustodianRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/custodians/:custodian",
    operationId: "readCustodian",
    summary: "Whether a custodian is admitted, by whom, until when, on which evidence",
    permission: "member",
    request: { params: custodianParams },
    responses: { 200: { description: "The custodian", body: custodianBody } },
    handler: async ({ params: { custodian } }) => ({
      status: 200,
      body: await custodianReadModel.one(database, custodian),
    }),
  });
}
