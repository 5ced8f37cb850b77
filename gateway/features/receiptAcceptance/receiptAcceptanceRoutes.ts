import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { signReceiptAcceptanceRoute } from "./sign.route.ts";

/** What recipients of receipts sign over one pass. */
export function receiptAcceptanceRoutes(services: GatewayServices): readonly Route[] {
  return [signReceiptAcceptanceRoute(services)];
}
