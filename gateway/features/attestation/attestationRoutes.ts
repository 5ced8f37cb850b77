import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { attestPaymentInstructionRoute } from "./attest.route.ts";
import { attestBatchRoute } from "./batch.route.ts";
import { createAttestationRoute } from "./create.route.ts";

/** What settlement banks attest. */
export function attestationRoutes(services: GatewayServices): Route[] {
  return [
    attestPaymentInstructionRoute(services),
    createAttestationRoute(services),
    attestBatchRoute(services),
  ];
}
