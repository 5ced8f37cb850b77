import { settlements } from "@tallystick/sdk";
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

/** Obligor or payee has the late interest of a certificate instructed. */
export function instructLateInterestRoute(services: GatewayServices): Route {
  const instructions = instructionReadModel(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/late-interest-instructions",
    operationId: "instructLateInterest",
    summary: "Instruct the late interest that a certificate is owed",
    permission: "member",
    request: {
      params: z.object({ certificate: ledgerFields.certificate }),
      body: z.strictObject({ bank: fields.memberId, expiresAt: expiryField }),
    },
    responses: {
      201: { description: "Instructed", body: writtenBody.extend(instructionBody.shape) },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "lateInterest", params.certificate),
    handler: async ({ params: { certificate }, body, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const receipt = await settlements.instructLateInterest(ledger, { certificate, ...body, ref });
      const state = await instructions.find(receipt.instruction, context.member().memberId);
      return { status: 201, body: written(receipt, state) };
    },
  });
}
