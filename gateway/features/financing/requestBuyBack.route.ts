import { financings } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { expiryField } from "../paymentInstruction/expiryField.ts";
import { instructionBody } from "../paymentInstruction/instructionBody.ts";
import { instructionReadModel } from "../paymentInstruction/instructionReadModel.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";

/** At default the holder asks the recourse debtor to buy back. */
export function requestBuyBackRoute(services: GatewayServices): Route {
  const instructions = instructionReadModel(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/buy-back-requests",
    operationId: "requestBuyBack",
    summary: "Ask the recourse debtor to buy a defaulted certificate back",
    permission: "member",
    request: {
      params: z.object({ certificate: ledgerFields.certificate }),
      body: z.strictObject({ bank: fields.memberId, expiresAt: expiryField }),
    },
    responses: {
      201: { description: "Instructed", body: writtenBody.extend(instructionBody.shape) },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "certificate", params.certificate),
    handler: async ({ params: { certificate }, body, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const receipt = await financings.requestBuyBack(ledger, { certificate, ...body, ref });
      const state = await instructions.find(receipt.instruction, context.member().memberId);
      return { status: 201, body: written(receipt, state) };
    },
  });
}
