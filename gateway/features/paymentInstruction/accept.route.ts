import { payments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { instructionWrite } from "./instructionWrite.ts";

/** The named bank takes an instruction on. */
export function acceptPaymentInstructionRoute(services: GatewayServices): Route {
  return instructionWrite(services, {
    path: "acceptance",
    operationId: "acceptPaymentInstruction",
    summary: "The bank takes the payment on: what hangs on it is firm from now on",
    permission: "settlement-bank",
    body: z.strictObject({ valueDate: fields.civilDate }),
    write: (ledger, { instruction, ref, body }) =>
      payments.accept(ledger, { instruction, valueDay: body.valueDate, ref }),
  });
}
