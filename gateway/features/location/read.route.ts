import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { locationBody } from "./locationBody.ts";
import { locationParams } from "./locationParams.ts";
import { locationReadModel } from "./locationReadModel.ts";

/** One location. */
export function readLocationRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/locations/:location",
    operationId: "readLocation",
    summary: "A location: custodian, capacity, control limits, who counts it",
    permission: policies(database).read("location", stockOverseers),
    request: { params: locationParams },
    responses: { 200: { description: "The location", body: locationBody } },
    handler: async ({ params: { location } }) => ({
      status: 200,
      body: await locationReadModel.one(database, location),
    }),
  });
}
