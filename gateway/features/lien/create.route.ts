import { liens } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { consentBody } from "./consentBody.ts";
import { consentOf } from "./consentOf.ts";
import { lienBody } from "./lienBody.ts";
import { lienReadModel } from "./lienReadModel.ts";
import { pledgeFields } from "./pledgeFields.ts";
import { pledgeOf } from "./pledgeOf.ts";
import { registrationFields } from "./registrationFields.ts";
import { registrationOf } from "./registrationOf.ts";
import { stakeOfPledge } from "./stakeOfPledge.ts";

const body = z
  .strictObject({
    ...pledgeFields,
    registration: registrationFields
      .optional()
      .describe("What the secured party signed of its entry in the movables registry"),
    acceptance: consentBody.optional().describe("The secured party's signature"),
    countersignature: consentBody.optional().describe("The custodian's, where goods are pledged"),
    actingAccount,
  })
  .refine(
    ({ acceptance, registration, countersignature }) =>
      acceptance !== undefined || (registration === undefined && countersignature === undefined),
    "registration and countersignature come with the secured party's acceptance",
  );

/** The holder pledges; with the others' signatures the lien is complete at once. */
export function createLienRoute(services: GatewayServices): Route {
  const { database } = services;
  const record = createReferenceBook(database);
  return defineRoute({
    method: "post",
    path: "/v1/liens",
    operationId: "pledge",
    summary: "Pledge value of your certificate or receipt, which is held from then on",
    permission: "member",
    request: { body },
    responses: { 201: { description: "Pledged", body: writtenBody.extend(lienBody.shape) } },
    amountOf: ({ body: stated }) => stakeOfPledge(database, stated),
    handler: async ({ body: stated, context }) => {
      const { acceptance, countersignature } = stated;
      const pledge = pledgeOf(stated);
      const registration = registrationOf(stated.registration);
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context, { account: stated.actingAccount });
      const done =
        acceptance === undefined
          ? await liens.pledge(ledger, { pledge, ref })
          : await liens.pledgeWithSignatures(ledger, {
              pledge,
              registration,
              securedParty: consentOf(acceptance),
              custodian: countersignature && consentOf(countersignature),
              ref,
            });
      await record([stated.debt, ...(stated.registration ? [stated.registration.number] : [])]);
      return { status: 201, body: written(done, await lienReadModel.one(database, done.lien)) };
    },
  });
}
