import { certificates } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { certificateBody } from "./certificateBody.ts";
import { certificateParams } from "./certificateParams.ts";
import { certificateReadModel } from "./certificateReadModel.ts";

/** Splits a part off: a sibling of the same holder and tier. */
export function splitCertificateRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/splits",
    operationId: "splitCertificate",
    summary: "Split a part off your certificate; you hold both",
    permission: "member",
    request: {
      params: certificateParams,
      body: z.strictObject({ valueMinor: ledgerFields.amountMinor, actingAccount }),
    },
    responses: {
      201: { description: "The new certificate", body: writtenBody.extend(certificateBody.shape) },
    },
    handler: async ({ params: { certificate }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const asked = { certificate, value: body.valueMinor, ref };
      const done = await certificates.split(ledger, asked);
      const state = await certificateReadModel.one(services.database, done.certificate);
      return { status: 201, body: written(done, state) };
    },
  });
}
