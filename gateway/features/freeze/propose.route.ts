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

/** One legal account proposes; nothing changes until another one confirms. */
export function proposeFreezeRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/freeze-proposals",
    operationId: "proposeFreeze",
    summary: "Propose to freeze or release a certificate by legal order",
    permission: "legal",
    request: {
      params: certificateParams,
      body: z.strictObject({
        freeze: z.boolean().describe("True to freeze, false to release"),
        documentDigest: fields.digest.describe("Digest of the legal document"),
        actingAccount,
      }),
    },
    responses: { 201: { description: "Proposed", body: writtenBody.extend(freezeBody.shape) } },
    handler: async ({ params: { certificate }, body, context }) => {
      const { actingAccount: account, ...order } = body;
      const ledger = createRequestLedger(services, context, { account });
      const { ref } = context.write();
      const done = await certificates.proposeFreeze(ledger, { certificate, ...order, ref });
      const state = await freezeReadModel.latest(services.database, certificate);
      return { status: 201, body: written(done, state) };
    },
  });
}
