import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { listUnmatchedPaymentsRoute } from "./list.route.ts";
import { matchUnmatchedPaymentRoute } from "./match.route.ts";

/** Money that waits for an instruction. */
export function unmatchedPaymentRoutes(services: GatewayServices): Route[] {
  return [listUnmatchedPaymentsRoute(services), matchUnmatchedPaymentRoute(services)];
}
