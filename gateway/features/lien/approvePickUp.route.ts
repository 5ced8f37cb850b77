import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The secured party lets pledged goods be picked up. */
export function approveLienPickUpRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "pick-up-approvals",
    operationId: "approveLienPickUp",
    summary: "Let so much of the pledged goods be picked up, instead of what you approved before",
    permission: "financier",
    body: { quantity: ledgerFields.quantityOrZero },
    write: (ledger, call, { quantity }) => liens.approvePickUp(ledger, { ...call, quantity }),
  });
}
