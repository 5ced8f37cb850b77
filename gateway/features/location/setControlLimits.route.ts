import { warehouses } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { locationBody } from "./locationBody.ts";
import { locationParams } from "./locationParams.ts";
import { locationReadModel } from "./locationReadModel.ts";

const limit = z.int().min(1).max(0xffff_ffff);
const body = z.strictObject({
  freshForSeconds: limit.describe("Evidence older than this allows no new use"),
  freezeAfterSeconds: limit.describe("Evidence older than this lets no goods out"),
  actingAccount,
});

/** Sets how old control evidence of a location may become. */
export function setControlLimitsRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "put",
    path: "/v1/locations/:location/control-limits",
    operationId: "setLocationControlLimits",
    summary: "Set how old control evidence may become at a location",
    permission: "operator",
    request: { params: locationParams, body },
    responses: {
      200: { description: "The location", body: writtenBody.extend(locationBody.shape) },
    },
    handler: async ({ params: { location }, body: asked, context }) => {
      const ledger = createRequestLedger(services, context, { account: asked.actingAccount });
      const { freshForSeconds: freshFor, freezeAfterSeconds: freezeAfter } = asked;
      const { ref } = context.write();
      const limits = { location, freshFor, freezeAfter, ref };
      const done = await warehouses.setControlLimits(ledger, limits);
      const state = await locationReadModel.one(services.database, location);
      return { status: 200, body: written(done, state) };
    },
  });
}
