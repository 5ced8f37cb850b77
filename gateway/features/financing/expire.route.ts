import { financings } from "@tallystick/sdk";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { financingWrite } from "./financingWrite.ts";

/** Ends a financing that was not registered in time. */
export function expireFinancingRoute(services: GatewayServices): Route {
  return financingWrite(services, {
    path: "expiry",
    operationId: "expireFinancing",
    summary: "End a financing that was not registered in time",
    permission: policies(services.database).read("financing"),
    write: (ledger, call) => financings.expire(ledger, call),
  });
}
