import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The debtor takes a pledge back. */
export function withdrawLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "withdrawal",
    operationId: "withdrawLien",
    summary: "Take back a pledge that its secured party has not accepted",
    permission: "member",
    body: {},
    write: (ledger, call) => liens.withdraw(ledger, call),
  });
}
