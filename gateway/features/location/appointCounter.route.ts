import { warehouses } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { locationBody } from "./locationBody.ts";
import { locationParams } from "./locationParams.ts";
import { locationReadModel } from "./locationReadModel.ts";

const body = z.strictObject({
  counter: fields.memberId.nullable().describe("Null for nobody any more"),
  appointer: fields.memberId.describe("Who appointed it: a creditor as a rule"),
  document: fields.digest.describe("Digest of the appointment"),
  actingAccount,
});

/** Records who counts a location beside its custodian. */
export function appointCounterRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "put",
    path: "/v1/locations/:location/counter",
    operationId: "appointLocationCounter",
    summary: "Record who counts a location beside its custodian, and which creditor appointed it",
    permission: "operator",
    request: { params: locationParams, body },
    responses: {
      200: { description: "The location", body: writtenBody.extend(locationBody.shape) },
    },
    handler: async ({ params: { location }, body: asked, context }) => {
      const ledger = createRequestLedger(services, context, { account: asked.actingAccount });
      const { counter, appointer, document } = asked;
      const { ref } = context.write();
      const appointed = { location, counter: counter ?? 0, appointer, document, ref };
      const done = await warehouses.appointCounter(ledger, appointed);
      const state = await locationReadModel.one(services.database, location);
      return { status: 200, body: written(done, state) };
    },
  });
}
