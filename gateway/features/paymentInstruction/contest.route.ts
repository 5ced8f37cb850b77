import { payments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { instructionWrite } from "./instructionWrite.ts";

/** The payee disputes what the bank attested. */
export function contestPaymentInstructionRoute(services: GatewayServices): Route {
  return instructionWrite(services, {
    path: "contest",
    operationId: "contestPaymentInstruction",
    summary: "The payee disputes what the bank attested; it changes nothing and is on record",
    permission: "member",
    body: z.strictObject({ documentDigest: fields.digest }),
    write: (ledger, { instruction, ref, body }) =>
      payments.contest(ledger, { instruction, documentDigest: body.documentDigest, ref }),
  });
}
