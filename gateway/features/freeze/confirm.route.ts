import { certificates } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateParams } from "../certificate/certificateParams.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { freezeBody } from "./freezeBody.ts";
import { freezeReadModel } from "./freezeReadModel.ts";

/** Another legal account confirms: the certificate is frozen, or free again. */
export function confirmFreezeRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/freeze-confirmations",
    operationId: "confirmFreeze",
    summary: "Confirm a freeze or release that another legal account proposed",
    permission: "legal",
    request: {
      params: certificateParams,
      body: z.strictObject({
        freeze: z.boolean().describe("True to freeze, false to release"),
        documentDigest: fields.digest.describe("Digest of the legal document"),
        actingAccount,
      }),
    },
    responses: { 200: { description: "Confirmed", body: writtenBody.extend(freezeBody.shape) } },
    handler: async ({ params: { certificate }, body, context }) => {
      const { actingAccount: account, ...order } = body;
      const ledger = createRequestLedger(services, context, { account });
      const { ref } = context.write();
      const done = await certificates.confirmFreeze(ledger, { certificate, ...order, ref });
      const state = await freezeReadModel.latest(services.database, certificate);
      return { status: 200, body: written(done, state) };
    },
  });
}
