import { payments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { instructionWrite } from "./instructionWrite.ts";

/** Anyone ends an instruction that no bank accepted in time. */
export function expirePaymentInstructionRoute(services: GatewayServices): Route {
  return instructionWrite(services, {
    path: "expiry",
    operationId: "expirePaymentInstruction",
    summary: "End an unaccepted instruction after its expiry or cut-off",
    permission: "member",
    body: z.object({}).optional(),
    write: (ledger, { instruction, ref }) => payments.expire(ledger, { instruction, ref }),
  });
}
