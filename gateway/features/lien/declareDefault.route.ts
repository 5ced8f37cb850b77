import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The secured party declares the debt in default, from when the debtor can agree to enforcement. */
export function declareLienDefaultRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "defaults",
    operationId: "declareLienDefault",
    summary: "Declare the secured debt in default, from when its debtor can agree to enforcement",
    permission: "financier",
    body: { evidence: fields.digest.describe("Digest of the proof") },
    write: (ledger, call, { evidence }) => liens.declareDefault(ledger, { ...call, evidence }),
  });
}
