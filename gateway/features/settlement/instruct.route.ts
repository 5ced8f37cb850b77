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

/** The obligor has its bank pay a receivable, or a part of it. */
export function instructSettlementRoute(services: GatewayServices): Route {
  const instructions = instructionReadModel(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/settlements",
    operationId: "instructSettlement",
    summary: "Instruct the payment of a receivable, from the start of its due day on",
    permission: "obligor",
    request: {
      params: z.object({ receivable: ledgerFields.receivable }),
      body: z.strictObject({
        amountMinor: ledgerFields.amountMinor,
        bank: fields.memberId,
        expiresAt: expiryField,
      }),
    },
    responses: {
      201: { description: "Instructed", body: writtenBody.extend(instructionBody.shape) },
    },
    amountOf: ({ params, body }) =>
      stakeOf.one(services.database, "receivable", params.receivable, { amount: body.amountMinor }),
    handler: async ({ params: { receivable }, body, context }) => {
      const { amountMinor: amount, bank, expiresAt } = body;
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const call = { receivable, amount, bank, expiresAt, ref };
      const receipt = await settlements.instruct(ledger, call);
      const state = await instructions.find(receipt.instruction, context.member().memberId);
      return { status: 201, body: written(receipt, state) };
    },
  });
}
