import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { acceptPaymentInstructionRoute } from "./accept.route.ts";
import { contestPaymentInstructionRoute } from "./contest.route.ts";
import { endPaymentInstructionRoute } from "./end.route.ts";
import { expirePaymentInstructionRoute } from "./expire.route.ts";
import { listPaymentInstructionsRoute } from "./list.route.ts";
import { readPaymentInstructionRoute } from "./read.route.ts";

/** Payment instructions: read, accepted, contested, ended, expired. Their outcome is attested by `attestation`. */
export function paymentInstructionRoutes(services: GatewayServices): Route[] {
  return [
    listPaymentInstructionsRoute(services),
    readPaymentInstructionRoute(services),
    acceptPaymentInstructionRoute(services),
    contestPaymentInstructionRoute(services),
    endPaymentInstructionRoute(services),
    expirePaymentInstructionRoute(services),
  ];
}
