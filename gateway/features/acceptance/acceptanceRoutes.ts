import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { listStandingAcceptancesRoute } from "./listStanding.route.ts";
import { setStandingAcceptanceRoute } from "./setStanding.route.ts";
import { signAcceptanceRoute } from "./sign.route.ts";

/** What recipients say beforehand: standing acceptances of certificates and of receipts, and signatures over one pass. */
export function acceptanceRoutes(services: GatewayServices): readonly Route[] {
  return [
    listStandingAcceptancesRoute(services, "certificates"),
    setStandingAcceptanceRoute(services, "certificates"),
    listStandingAcceptancesRoute(services, "receipts"),
    setStandingAcceptanceRoute(services, "receipts"),
    signAcceptanceRoute(services),
  ];
}
