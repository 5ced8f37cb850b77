import { settlements } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { progressWrite } from "./progressWrite.ts";

/** Anyone pays what waited on a certificate once it may be paid. */
export function settleWaitingRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/waiting-settlement",
    operationId: "settleWaiting",
    summary: "Pay what waited while the certificate was frozen or held",
    permission: "member",
    request: {
      params: z.object({ certificate: ledgerFields.certificate }),
      body: z.object({}).optional(),
    },
    responses: progressWrite.responses,
    handler: ({ params: { certificate }, context }) =>
      progressWrite.run(services, context, Number(certificate >> 32n), (ledger, ref) =>
        settlements.settleWaiting(ledger, { certificate, ref }),
      ),
  });
}
