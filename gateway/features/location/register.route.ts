import { placeDigest, warehouses } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { keepPlaceText } from "./keepPlaceText.ts";
import { locationBody } from "./locationBody.ts";
import { locationReadModel } from "./locationReadModel.ts";

const body = z.strictObject({
  address: z
    .string()
    .min(1)
    .max(512)
    .describe("Country, city, street, hall or tank: as precise as goods are kept apart"),
  capacity: ledgerFields.quantity.describe("Most that it holds, a count of `unit`"),
  unit: z.string().describe("UN/ECE Recommendation 20 code of three characters: KGM, TNE, C62"),
  actingAccount,
});

/** Registers a place; its address stays here, its digest goes on the ledger, once and for one custodian. */
export function registerLocationRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/locations",
    operationId: "registerLocation",
    summary: "Register a place that you keep goods at; a place has one custodian",
    permission: "custodian",
    request: { body },
    responses: {
      201: { description: "The location", body: writtenBody.extend(locationBody.shape) },
    },
    handler: async ({ body: { address, capacity, unit, actingAccount: account }, context }) => {
      const ledger = createRequestLedger(services, context, { account });
      const place = placeDigest(address);
      const { ref } = context.write();
      const asked = { place, capacity, unit, ref };
      const done = await warehouses.registerLocation(ledger, asked);
      const state = await locationReadModel.one(database, done.location);
      const { memberId: recordedBy } = context.member();
      return {
        status: 201,
        body: written(done, { ...state, address }),
        commit: (transaction) => keepPlaceText(transaction, { place, address, recordedBy }),
      };
    },
  });
}
