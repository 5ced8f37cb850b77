import { certificates } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { gasOfMany } from "../../ledger/gasOfMany.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { upTo } from "../shared/upTo.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { certificateBody } from "./certificateBody.ts";
import { certificateParams } from "./certificateParams.ts";
import { certificateReadModel } from "./certificateReadModel.ts";

/** Merges siblings into one certificate; the others are spent. */
export function mergeCertificatesRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/merges",
    operationId: "mergeCertificates",
    summary: "Move all value of siblings that you hold into this certificate",
    permission: "member",
    request: {
      params: certificateParams,
      body: z.strictObject({ others: upTo(200, ledgerId), actingAccount }),
    },
    responses: {
      200: { description: "The certificate", body: writtenBody.extend(certificateBody.shape) },
    },
    handler: async ({ params: { certificate }, body, context }) => {
      const gasLimit = gasOfMany(services, "merges", body.others.length);
      const { actingAccount: account } = body;
      const ledger = createRequestLedger(services, context, { account, gasLimit });
      const { ref } = context.write();
      const done = await certificates.merge(ledger, { certificate, others: body.others, ref });
      const state = await certificateReadModel.one(services.database, certificate);
      return { status: 200, body: written(done, state) };
    },
  });
}
