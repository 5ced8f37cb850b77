import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The secured party frees encumbered value, a part or all. */
export function releaseLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "releases",
    operationId: "releaseLien",
    summary: "Free a part or all of what is pledged to you",
    permission: "financier",
    body: { amount: ledgerFields.amountMinor.describe("What is freed, in the lien's unit") },
    write: (ledger, call, { amount }) => liens.release(ledger, { ...call, amount }),
  });
}
