import { financings } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { financingWrite } from "./financingWrite.ts";

/** The financier steps back before the payment is instructed. */
export function refuseFinancingRoute(services: GatewayServices): Route {
  return financingWrite(services, {
    path: "refusal",
    operationId: "refuseFinancing",
    summary: "Step back before the payment is instructed: the value is free again",
    permission: "financier",
    write: (ledger, call) => financings.refuse(ledger, call),
  });
}
