import { z } from "zod";
import { overseesStock } from "../../auth/overseesStock.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { locationBody } from "./locationBody.ts";
import { locationReadModel } from "./locationReadModel.ts";

const query = z.object({ ...pageQuery, custodian: fields.memberId.optional() });

/** Locations that a member keeps or counts; all of them for who oversees goods. */
export function listLocationsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/locations",
    operationId: "listLocations",
    summary: "Locations that you keep or count",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(locationBody) } },
    handler: async ({ query: { custodian, after, limit }, context }) => {
      const identity = context.member();
      const keeper = overseesStock(identity) ? undefined : identity.memberId;
      const filter = { keeper, custodian, after, limit };
      const { rows, refOf } = await locationReadModel.list(services.database, filter);
      const body = pageOf(context, rows, limit, {
        item: (row) => locationReadModel.show(row, refOf),
        cursor: (row) => row.location_id,
      });
      return { status: 200, body };
    },
  });
}
