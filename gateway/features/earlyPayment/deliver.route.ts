import { earlyPayments } from "@tallystick/sdk";
import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { earlyPaymentBody } from "./earlyPaymentBody.ts";
import { earlyPaymentReadModel } from "./earlyPaymentReadModel.ts";

/** Ends the value of an early payment that was paid while it could not end. */
export function deliverEarlyPaymentRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/early-payments/:earlyPayment/delivery",
    operationId: "deliverEarlyPayment",
    summary: "Deliver what was paid while the certificate was frozen or a run was open",
    permission: policies(services.database).read("earlyPayment"),
    request: { params: z.object({ earlyPayment: ledgerFields.id }), body: z.object({}).optional() },
    responses: {
      200: { description: "Delivered", body: writtenBody.extend(earlyPaymentBody.shape) },
    },
    handler: async ({ params: { earlyPayment }, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const receipt = await earlyPayments.deliver(ledger, { earlyPayment, ref });
      const state = await earlyPaymentReadModel.one(services.database, earlyPayment);
      return { status: 200, body: written(receipt, state) };
    },
  });
}
