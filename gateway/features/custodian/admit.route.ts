import { warehouses } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { criteriaBody } from "./criteriaBody.ts";
import { custodianBody } from "./custodianBody.ts";
import { custodianParams } from "./custodianParams.ts";
import { custodianReadModel } from "./custodianReadModel.ts";

/** An operator attests that a custodian meets the criteria; an earlier admission is replaced. */
export function admitCustodianRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/custodians/:custodian/admission",
    operationId: "admitCustodian",
    summary: "Attest that a custodian meets the criteria, until a moment",
    permission: "operator",
    request: {
      params: custodianParams,
      body: z.strictObject({ criteria: criteriaBody, until: ledgerFields.seconds, actingAccount }),
    },
    responses: {
      201: { description: "The custodian", body: writtenBody.extend(custodianBody.shape) },
    },
    handler: async ({ params: { custodian }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { criteria, until } = body;
      const { ref } = context.write();
      const done = await warehouses.admitCustodian(ledger, { custodian, criteria, until, ref });
      const state = await custodianReadModel.one(services.database, custodian);
      return { status: 201, body: written(done, state) };
    },
  });
}
