import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { instructionBody } from "./instructionBody.ts";
import { instructionReadModel } from "./instructionReadModel.ts";

/** One payment instruction. */
export function readPaymentInstructionRoute({ database }: GatewayServices): Route {
  const instructions = instructionReadModel(database);
  return defineRoute({
    method: "get",
    path: "/v1/payment-instructions/:instruction",
    operationId: "readPaymentInstruction",
    summary: "A payment instruction",
    permission: policies(database).read("instruction"),
    request: { params: z.object({ instruction: ledgerFields.id }) },
    responses: { 200: { description: "The instruction", body: instructionBody } },
    handler: async ({ params, context }) => {
      const body = await instructions.find(params.instruction, context.member().memberId);
      return { status: 200, body };
    },
  });
}
