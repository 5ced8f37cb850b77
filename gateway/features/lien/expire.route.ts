import { liens } from "@tallystick/sdk";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** Ends a proposed pledge whose time is over. */
export function expireLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "expiry",
    operationId: "expireLien",
    summary: "End a proposed pledge whose time is over",
    permission: policies(services.database).read("lien"),
    body: {},
    write: (ledger, call) => liens.expire(ledger, call),
  });
}
