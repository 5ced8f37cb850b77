import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** Whoever is asked for a word refuses it. */
export function refuseLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "refusal",
    operationId: "refuseLien",
    summary: "Refuse a proposed pledge: its secured party, or the custodian of the goods",
    permission: ["financier", "custodian"],
    body: {},
    write: (ledger, call) => liens.refuse(ledger, call),
  });
}
