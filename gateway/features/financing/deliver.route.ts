import { financings } from "@tallystick/sdk";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { financingWrite } from "./financingWrite.ts";

/** Delivers what was paid while the certificate could not move. */
export function deliverFinancingRoute(services: GatewayServices): Route {
  return financingWrite(services, {
    path: "delivery",
    operationId: "deliverFinancing",
    summary:
      "Deliver what was paid while the certificate could not move: the financing or its buy-back",
    permission: policies(services.database).read("financing"),
    write: (ledger, call) => financings.deliver(ledger, call),
  });
}
