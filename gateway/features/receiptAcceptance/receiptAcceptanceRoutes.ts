import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { listReceiptStandingAcceptancesRoute } from "./listStanding.route.ts";
import { setReceiptStandingAcceptanceRoute } from "./setStanding.route.ts";
import { signReceiptAcceptanceRoute } from "./sign.route.ts";

/** What recipients of receipts say beforehand; certificates have acceptances of their own. */
export function receiptAcceptanceRoutes(services: GatewayServices): readonly Route[] {
  return [
    listReceiptStandingAcceptancesRoute(services),
    setReceiptStandingAcceptanceRoute(services),
    signReceiptAcceptanceRoute(services),
  ];
}
