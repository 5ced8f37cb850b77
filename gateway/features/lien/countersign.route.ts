import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The custodian signs a pledge of goods that it keeps (Civil Code art. 441). */
export function countersignLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "countersignature",
    operationId: "countersignLien",
    summary: "Countersign a pledge of goods that you keep",
    permission: "custodian",
    body: {},
    write: (ledger, call) => liens.countersign(ledger, call),
  });
}
