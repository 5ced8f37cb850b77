import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { instructionBody } from "../paymentInstruction/instructionBody.ts";
import { instructionReadModel } from "../paymentInstruction/instructionReadModel.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { attestedInstructions } from "./attestedInstructions.ts";
import { attestInstruction } from "./attestInstruction.ts";
import { outcomeFields } from "./outcomeFields.ts";

/** The bank says what became of an instruction; what hangs on a payment is delivered in the same transaction. */
export function attestPaymentInstructionRoute(services: GatewayServices): Route {
  const { database } = services;
  const instructions = instructionReadModel(database);
  const record = createReferenceBook(database);
  return defineRoute({
    method: "post",
    path: "/v1/payment-instructions/:instruction/attestation",
    operationId: "attestPaymentInstruction",
    summary: "Attest that an instruction was paid, or returned",
    permission: "settlement-bank",
    request: {
      params: z.object({ instruction: ledgerFields.id }),
      body: z.strictObject(outcomeFields),
    },
    responses: {
      200: {
        description: "The instruction as it stands now; `unmatched` when its terms did not fit",
        body: z.object({
          ...writtenBody.shape,
          ...instructionBody.shape,
          unmatched: z.string().nullable().describe("Number of the unmatched payment, if any"),
        }),
      },
    },
    amountOf: ({ params, body }) =>
      stakeOf.one(database, "instruction", params.instruction, { amount: body.amountMinor }),
    handler: async ({ params: { instruction }, body, context }) => {
      const { memberId } = context.member();
      const terms = await attestedInstructions(database, [instruction], memberId);
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const attested = await attestInstruction(ledger, terms, instruction, body, ref);
      const { transactionHash, blockNumber, unmatched = null } = attested;
      await record([body.bankReference]);
      const state = await instructions.find(instruction, memberId);
      return { status: 200, body: { transactionHash, blockNumber, ...state, unmatched } };
    },
  });
}
