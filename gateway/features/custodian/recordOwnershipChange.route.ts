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
import { custodianBody } from "./custodianBody.ts";
import { custodianParams } from "./custodianParams.ts";
import { custodianReadModel } from "./custodianReadModel.ts";

const body = z.strictObject({
  evidence: fields.digest.describe("Digest of the document that says so"),
  actingAccount,
});

/** A custodian has other owners: it takes in nothing new until it is admitted again. */
export function recordOwnershipChangeRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/custodians/:custodian/ownership-changes",
    operationId: "recordOwnershipChange",
    summary: "Attest that a custodian has other owners; it takes in nothing new until readmitted",
    permission: ["operator", "registrar"],
    request: { params: custodianParams, body },
    responses: {
      201: { description: "The custodian", body: writtenBody.extend(custodianBody.shape) },
    },
    handler: async ({ params: { custodian }, body: { evidence, actingAccount }, context }) => {
      const ledger = createRequestLedger(services, context, { account: actingAccount });
      const { ref } = context.write();
      const done = await warehouses.recordOwnershipChange(ledger, { custodian, evidence, ref });
      const state = await custodianReadModel.one(services.database, custodian);
      return { status: 201, body: written(done, state) };
    },
  });
}
