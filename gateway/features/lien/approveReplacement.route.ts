import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The secured party lets pledged goods be replaced by one order. */
export function approveLienReplacementRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "replacement-approvals",
    operationId: "approveLienReplacement",
    summary: "Let the pledged goods be replaced by one order; the lien goes over to the new ones",
    permission: "financier",
    body: {
      order: fields.digest
        .nullable()
        .describe("Digest of the holder's replacement order; null to approve none any more"),
    },
    write: (ledger, call, { order }) =>
      liens.approveReplacement(ledger, { ...call, order: order ?? undefined }),
  });
}
