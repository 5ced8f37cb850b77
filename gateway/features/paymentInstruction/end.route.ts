import { payments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { instructionWrite } from "./instructionWrite.ts";

/** Payer and payee, or legal alone, end an accepted instruction that has no outcome. */
export function endPaymentInstructionRoute(services: GatewayServices): Route {
  return instructionWrite(services, {
    path: "ending",
    operationId: "endPaymentInstruction",
    summary:
      "Agree to end an accepted instruction without outcome, from 5 days after its value day on",
    permission: "member",
    body: z.object({}).optional(),
    write: (ledger, { instruction, ref }) => payments.end(ledger, { instruction, ref }),
  });
}
