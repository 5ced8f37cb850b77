import { liens } from "@tallystick/sdk";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** Delivers what a buyer has paid for, once nothing hinders it. */
export function deliverLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "delivery",
    operationId: "deliverLien",
    summary: "Deliver what a buyer has paid for",
    permission: policies(services.database).read("lien"),
    body: {},
    write: (ledger, call) => liens.deliver(ledger, call),
  });
}
